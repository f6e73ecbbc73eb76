import { hasAwait } from './awaitable.ts'
import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { ensureFuture, type FutureLike } from './ensure-future.ts'
import { TypeError } from './exceptions/errors.ts'
import { StopAsyncIteration, StopIteration } from './exceptions/iteration.ts'
import { TimeoutError } from './exceptions/os-errors.ts'
import type { Future } from './future.ts'
import { getEventLoop } from './get-event-loop.ts'
import type { Handle } from './handle.ts'
import { iterated } from './iterated.ts'
import { objectRepr } from './object-repr.ts'
import { qualified } from './qualified.ts'
import { Queue } from './queue.ts'
import { typeName } from './type-name.ts'

/** How long `asCompleted` may take. */
export interface AsCompletedOptions {
  /** Seconds from now; `null` for no limit. */
  readonly timeout?: number | null
}

/**
 * Runs the awaitables and gives them in the order in which they end. `for` gives coroutines, each of which returns or
 * throws what the next to end did; `async for` (`__aiter__`) gives futures that are done, the given ones where they
 * were futures. When the time is up the rest is `TimeoutError`; nothing is cancelled.
 * Throws `TypeError` when given a single awaitable.
 * CPython 3.14 `tasks.py`, `as_completed`.
 */
export function asCompleted<T>(aws: Iterable<FutureLike<T>>, options: AsCompletedOptions = {}): AsCompletedIterator<T> {
  if (hasAwait(aws)) throw new TypeError(`expects an iterable of awaitables, not ${typeName(aws)}`)
  return new AsCompletedIterator(aws, options.timeout ?? null)
}

/** What `asCompleted` returns. CPython 3.14 `tasks.py`, `_AsCompletedIterator`. */
class AsCompletedIterator<T> implements IterableIterator<Coroutine<T>> {
  static readonly __module__: string = 'asyncio.tasks'
  static readonly __qualname__: string = '_AsCompletedIterator'
  readonly #done = new Queue<Future<T> | null>()
  readonly #todo: Set<Future<T>>
  #left: number
  #timer: Handle | null = null

  constructor(aws: Iterable<FutureLike<T>>, timeout: number | null) {
    const loop = getEventLoop()
    this.#todo = new Set()
    for (const aw of new Set(iterated(aws))) this.#todo.add(ensureFuture(aw, { loop }))
    for (const future of this.#todo) future.addDoneCallback(this.#handleCompletion)
    if (this.#todo.size > 0 && timeout !== null) this.#timer = loop.callLater(timeout, this.#handleTimeout)
    this.#left = this.#todo.size
  }

  toString(): string {
    return objectRepr(this)
  }

  [Symbol.iterator](): this {
    return this
  }

  __iter__(): this {
    return this
  }

  __aiter__(): this {
    return this
  }

  next(): IteratorResult<Coroutine<T>, undefined> {
    if (this.#left === 0) return { done: true, value: undefined }
    this.#left -= 1
    return { done: false, value: resultOf(this) }
  }

  /** Python's `next`; throws `StopIteration` after the last. */
  __next__(): Coroutine<T> {
    const step = this.next()
    if (step.done) throw new StopIteration()
    return step.value
  }

  __anext__(): Coroutine<Future<T>> {
    return AsCompletedIterator.#anext(this)
  }

  static readonly #anext = coroutine(function* __anext__<T>(iterator: AsCompletedIterator<T>) {
    if (iterator.#left === 0) throw new StopAsyncIteration()
    iterator.#left -= 1
    return yield* nextOf(iterator)
  }, '_AsCompletedIterator.__anext__')

  /** The next that ended; throws `TimeoutError` for those that the timeout left over. */
  public *nextDone(): CoroutineBody<Future<T>> {
    const future = yield* this.#done.get()
    if (future === null) throw new TimeoutError()
    return future
  }

  readonly #handleTimeout = qualified('_AsCompletedIterator._handle_timeout', (): void => {
    for (const future of this.#todo) {
      future.removeDoneCallback(this.#handleCompletion)
      this.#done.putNowait(null)
    }
    this.#todo.clear()
  })

  readonly #handleCompletion = qualified('_AsCompletedIterator._handle_completion', (future: Future<T>): void => {
    // The timeout was first.
    if (this.#todo.size === 0) return
    this.#todo.delete(future)
    this.#done.putNowait(future)
    if (this.#todo.size === 0) this.#timer?.cancel()
  })
}

export type { AsCompletedIterator }

/** Both are CPython's `_wait_for_one`, without and with `resolve`. */
const nextOf = coroutine(function* _wait_for_one<T>(iterator: AsCompletedIterator<T>) { return yield* iterator.nextDone() }, '_AsCompletedIterator._wait_for_one')
const resultOf = coroutine(function* _wait_for_one<T>(iterator: AsCompletedIterator<T>) {
  const future = yield* iterator.nextDone()
  return future.result()
}, '_AsCompletedIterator._wait_for_one')

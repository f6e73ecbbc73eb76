import { ensureFuture, type FutureLike } from './ensure-future.ts'
import type { EventLoop } from './event-loop.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { Future } from './future.ts'
import { getEventLoop } from './get-event-loop.ts'
import { onBehalfOf } from './on-behalf-of.ts'
import { checkAttribute, checkMethod } from './operands.ts'
import { active } from './runtime-state.ts'
import { Task } from './task.ts'

/** What becomes of exceptions. */
export interface GatherOptions {
  /** Exceptions become results instead of ending the gather. */
  readonly returnExceptions?: boolean
}

/** What awaiting a value of type `A` gives. */
export type AwaitedBy<A> = A extends FutureLike<infer T> ? T : never

type Results<A extends readonly unknown[]> = { -readonly [I in keyof A]: AwaitedBy<A[I]> }

/** Cancelling it cancels the children; it is done when they are. CPython 3.14 tasks.py. */
class _GatheringFuture<T> extends Future<T> {
  _cancelRequested = false
  private readonly children: readonly Future<unknown>[]

  constructor(children: readonly Future<unknown>[], loop: EventLoop) {
    super({ loop })
    this.children = children
  }

  override cancel(message: unknown = null): boolean {
    if (this.done()) return false
    let cancelled = false
    for (const child of this.children) if (child.cancel(message)) cancelled = true
    if (cancelled) this._cancelRequested = true
    return cancelled
  }
}

/**
 * Awaits several things at once; the result is a tuple of theirs, in the order given.
 *
 * The first exception is thrown at once, the others run on; with `returnExceptions` exceptions count as results.
 * Cancelling the gather cancels every child. The same object given twice is awaited once. CPython 3.14 tasks.py.
 */
export function gather<A extends readonly FutureLike<unknown>[]>(...awaitables: A): Future<Results<A>>
export function gather<A extends readonly FutureLike<unknown>[]>(
  ...args: [...awaitables: A, options: GatherOptions & { readonly returnExceptions: true }]
): Future<{ -readonly [I in keyof A]: AwaitedBy<A[I]> | Error }>
export function gather<A extends readonly FutureLike<unknown>[]>(...args: [...awaitables: A, options: GatherOptions]): Future<Results<A>>
export function gather(...args: readonly (FutureLike<unknown> | GatherOptions)[]): Future<unknown> {
  const last = args.at(-1)
  const options: GatherOptions | null = isOptions(last) ? last : null
  const awaitables = (options === null ? args : args.slice(0, -1)) as readonly FutureLike<unknown>[] // the overloads say so
  return gathering(awaitables, options?.returnExceptions === true)
}

function isOptions(value: unknown): value is GatherOptions {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
    && Object.keys(value).every(key => key === 'returnExceptions')
}

function gathering(awaitables: readonly FutureLike<unknown>[], returnExceptions: boolean): Future<unknown> {
  if (awaitables.length === 0) {
    const empty = getEventLoop().createFuture<unknown>()
    empty.setResult([])
    return empty
  }
  const futures = new Map<unknown, Future<unknown>>()
  const children: Future<unknown>[] = []
  const alreadyDone: Future<unknown>[] = []
  let outer: _GatheringFuture<unknown> | null = null
  let finished = 0
  let loop: EventLoop | null = active.runningLoop

  function onDone(future: Future<unknown>): void {
    finished++
    if (outer === null || outer.done()) {
      if (!future.cancelled()) future.exception()
      return
    }
    if (!returnExceptions) {
      if (future.cancelled()) {
        outer.setException(cancelledErrorOf(future))
        return
      }
      const error = future.exception()
      if (error !== null) {
        outer.setException(error)
        return
      }
    }
    if (finished < futures.size) return
    const results = children.map(resultOrError)
    // CPython asks the last child of its list, which may not be a cancelled one.
    if (outer._cancelRequested) outer.setException(cancelledErrorOf(lastOf(children)))
    else outer.setResult(results)
  }
  onDone.__qualname__ = 'gather.<locals>._done_callback'
  onBehalfOf(active.runningLoop?._currentTask ?? null, onDone)

  for (const awaitable of awaitables) {
    let future = futures.get(awaitable) ?? ofEqual(futures, awaitable)
    if (future === undefined) {
      future = ensureFuture(awaitable, { loop })
      loop ??= future.getLoop()
      if (future !== awaitable && future instanceof Task) future._logDestroyPending = false
      futures.set(awaitable, future)
      if (future.done()) alreadyDone.push(future)
      else future.addDoneCallback(onDone)
    }
    children.push(future)
  }
  outer = new _GatheringFuture<unknown>(children, lastOf(children).getLoop())
  for (const future of alreadyDone) onDone(future)
  return outer
}

interface Hashable {
  __eq__(other: unknown): unknown
  __hash__(): unknown
}

function isHashable(value: unknown): value is Hashable {
  return typeof value === 'object' && value !== null && '__eq__' in value && '__hash__' in value
}

/** The future of an awaitable that is not the same object but equal, as Python's dict finds it. */
function ofEqual(futures: ReadonlyMap<unknown, Future<unknown>>, awaitable: unknown): Future<unknown> | undefined {
  if (!isHashable(awaitable)) return undefined
  const hash = awaitable.__hash__()
  for (const [other, future] of futures) {
    if (isHashable(other) && other.__hash__() === hash && other.__eq__(awaitable) === true) return future
  }
  return undefined
}

function resultOrError(future: Future<unknown>): unknown {
  if (future.cancelled()) {
    checkAttribute(future, '_cancelMessage', '_cancel_message')
    return new CancelledError(future._cancelMessage === null ? '' : future._cancelMessage)
  }
  return future.exception() ?? future.result()
}

function lastOf(children: readonly Future<unknown>[]): Future<unknown> {
  return children[children.length - 1] as Future<unknown> // a gather has children
}

/** What only a future of asyncio's own knows; another one is a failure of the callback. */
function cancelledErrorOf(future: Future<unknown>): unknown {
  checkMethod(future, '_makeCancelledError', '_make_cancelled_error')
  return future._makeCancelledError()
}

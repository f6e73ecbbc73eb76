import { blockThread } from './block-thread.ts'
import { ConcurrentFuture } from './concurrent-future.ts'
import { Context } from './context.ts'
import { RuntimeError, ValueError } from './exceptions/errors.ts'
import { Halt } from './exceptions/halt.ts'
import { Executor } from './executor.ts'
import { objectRepr } from './object-repr.ts'
import { active } from './runtime-state.ts'

/** A function waiting for a worker, and the future it is to end. */
interface Work {
  /** `false` when it was cancelled before. */
  begin(): boolean
  /** Runs the function; what it returns ends the future. */
  run(): () => void
  cancel(): void
}

/**
 * Runs functions apart from the event loop, up to `maxWorkers` at a time, further ones when a worker is free.
 *
 * On the virtual clock a function runs in one go when a worker takes it, on a clock of its own that starts at that time;
 * its result comes at the time at which it ended. On the real clock there is no second thread: the function runs on this
 * one, in a turn of its own (`setImmediate`), and blocks everybody as long as it computes.
 * CPython 3.14 `concurrent/futures/thread.py`, `ThreadPoolExecutor`.
 */
export class ThreadPoolExecutor extends Executor {
  static readonly __module__: string = 'concurrent.futures.thread'
  readonly #maxWorkers: number
  readonly #queue: Work[] = []
  readonly #whenIdle: (() => void)[] = []
  /** The clock on which its workers live; `null` for the real one. */
  readonly #clock = active.clock
  #busy = 0
  #shutdown = false

  /** `maxWorkers`: 32 unless given, by itself or as an option; throws `ValueError` below 1. */
  constructor(options: number | null | { readonly maxWorkers?: number | null } = null) {
    super()
    const maxWorkers = typeof options === 'object' ? options?.maxWorkers ?? null : options
    if (maxWorkers !== null && maxWorkers <= 0) throw new ValueError('max_workers must be greater than 0')
    this.#maxWorkers = maxWorkers ?? 32
  }

  override toString(): string {
    return objectRepr(this)
  }

  /** Has `fn(...args)` run; throws `RuntimeError` after `shutdown()`. */
  override submit<A extends unknown[], T>(fn: (...args: A) => T, ...args: A): ConcurrentFuture<T> {
    if (this.#shutdown) throw new RuntimeError('cannot schedule new futures after shutdown')
    const future = new ConcurrentFuture<T>()
    const work: Work = {
      begin: () => future.setRunningOrNotifyCancel(),
      run: () => attempt(future, () => fn(...args)),
      cancel: () => { future.cancel() },
    }
    if (this.#busy < this.#maxWorkers) this.#start(work)
    else this.#queue.push(work)
    return future
  }

  /**
   * Takes no more functions; with `wait` blocks until those submitted have ended (on the real clock it never blocks),
   * with `cancelFutures` cancels those that no worker has taken yet.
   */
  override shutdown(wait = true, options: { readonly cancelFutures?: boolean } = {}): void {
    this.#shutdown = true
    if (options.cancelFutures) {
      for (const work of this.#queue.splice(0)) work.cancel()
    }
    if (wait && active.clock !== null) blockThread(() => this.#busy === 0, null)
  }

  /** Takes no more functions and calls `callback` from outside the loop when those submitted have ended. */
  shutdownThen(callback: () => void): void {
    this.#shutdown = true
    if (this.#busy > 0) this.#whenIdle.push(callback)
    else this.#outside(callback)
  }

  #start(work: Work): void {
    if (!work.begin()) return
    this.#busy += 1
    const { clock } = active
    if (this.#clock === null || clock === null) {
      setImmediate(() => {
        work.run()()
        this.#free()
      })
      return
    }
    const { end, result } = this.#clock.thread(clock.now(), () => work.run())
    this.#clock.at(end, result, () => this.#free())
  }

  #free(): void {
    this.#busy -= 1
    while (this.#busy < this.#maxWorkers) {
      const next = this.#queue.shift()
      if (next === undefined) break
      this.#start(next)
    }
    if (this.#busy === 0) this.#whenIdle.splice(0).forEach(callback => this.#outside(callback))
  }

  #outside(callback: () => void): void {
    if (this.#clock === null) setImmediate(callback)
    else this.#clock.at(active.clock?.now() ?? 0, callback)
  }
}

/** Runs a function in a context of its own, with nothing set; what is returned then ends the future. */
function attempt<T>(future: ConcurrentFuture<T>, call: () => T): () => void {
  try {
    const value = new Context().run(call)
    return () => future.setResult(value)
  } catch (error) {
    if (error instanceof Halt) throw error
    return () => future.setException(error)
  }
}

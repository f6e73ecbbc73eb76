import { blockThread } from './block-thread.ts'
import { ConcurrentCancelledError, ConcurrentInvalidStateError } from './concurrent-errors.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { TimeoutError } from './exceptions/os-errors.ts'
import { typeName } from './type-name.ts'

type ConcurrentState = 'pending' | 'running' | 'cancelled' | 'cancelled_and_notified' | 'finished'

/**
 * The result of a function that an executor runs, belonging to no event loop: callbacks are called at once.
 * CPython 3.14 `concurrent/futures/_base.py`, `Future`.
 */
export class ConcurrentFuture<T = unknown> {
  static readonly __module__: string = 'concurrent.futures._base'
  static readonly __qualname__: string = 'Future'
  /** Python's name of its type. */
  get __typename__(): string { return 'Future' }
  #state: ConcurrentState = 'pending'
  #result: T | null = null
  #exception: unknown = null
  #callbacks: ((future: ConcurrentFuture<T>) => void)[] = []

  toString(): string {
    const outcome = this.#state !== 'finished' ? ''
      : this.#exception !== null ? ` raised ${typeName(this.#exception)}`
      : ` returned ${typeName(this.#result)}`
    return `<Future at 0x… state=${this.cancelled() ? 'cancelled' : this.#state}${outcome}>`
  }

  /** Whether it could be cancelled: not while it runs, nor when it is finished. */
  cancel(): boolean {
    if (this.#state === 'running' || this.#state === 'finished') return false
    if (this.cancelled()) return true
    this.#state = 'cancelled'
    this.#invokeCallbacks()
    return true
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this.#state === 'cancelled' || this.#state === 'cancelled_and_notified'
  }

  /** Whether its function runs now. */
  running(): boolean {
    return this.#state === 'running'
  }

  /** Whether it is cancelled or finished. */
  done(): boolean {
    return this.cancelled() || this.#state === 'finished'
  }

  /** Calls `fn(this)` when it is done, at once when it is already. */
  addDoneCallback(fn: (future: ConcurrentFuture<T>) => void): void {
    if (this.done()) fn(this)
    else this.#callbacks.push(fn)
  }

  /**
   * What the function returned, blocking for at most `timeout` seconds. Throws what the function raised, `TimeoutError`,
   * or `concurrent.futures.CancelledError`.
   */
  result(timeout: number | null = null): T {
    const exception = this.exception(timeout)
    if (exception !== null) throw exception
    // Finished without an exception: the result is set, whatever `T` is.
    return this.#result as T
  }

  /** What the function raised, `null` for nothing; blocks and throws as `result` does. */
  exception(timeout: number | null = null): unknown {
    if (!this.done() && !blockThread(() => this.done(), timeout)) throw new TimeoutError()
    if (this.cancelled()) throw new ConcurrentCancelledError()
    return this.#exception
  }

  /** For executors: marks it running; `false` when it was cancelled before. */
  setRunningOrNotifyCancel(): boolean {
    if (this.#state === 'cancelled') {
      this.#state = 'cancelled_and_notified'
      return false
    }
    if (this.#state !== 'pending') throw new RuntimeError('Future in unexpected state')
    this.#state = 'running'
    return true
  }

  /** For executors; throws `InvalidStateError` when it is done already. */
  setResult(result: T): void {
    this.#refuseDone()
    this.#result = result
    this.#finish()
  }

  /** For executors; throws `InvalidStateError` when it is done already. */
  setException(exception: unknown): void {
    this.#refuseDone()
    this.#exception = exception
    this.#finish()
  }

  #refuseDone(): void {
    if (this.done()) throw new ConcurrentInvalidStateError(`${this.#state.toUpperCase()}: ${this.toString()}`)
  }

  #finish(): void {
    this.#state = 'finished'
    this.#invokeCallbacks()
  }

  #invokeCallbacks(): void {
    for (const callback of this.#callbacks.splice(0)) callback(this)
  }
}

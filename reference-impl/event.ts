import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { LoopBound } from './loop-bound.ts'
import { removeWaiter, type Waiters } from './waiters.ts'

/**
 * A flag for which any number of tasks may wait.
 * CPython 3.14 `locks.py`, `Event`.
 */
export class Event extends LoopBound {
  static readonly __module__: string = 'asyncio.locks'
  protected readonly _waiters: Waiters = []
  protected _value = false

  protected override _detail(): string {
    const state = this._value ? 'set' : 'unset'
    return this._waiters.length > 0 ? `${state}, waiters:${this._waiters.length}` : state
  }

  /** Whether the flag is up. */
  isSet(): boolean {
    return this._value
  }

  /** Raises the flag and wakes everybody who waits for it. */
  set(): void {
    if (this._value) return
    this._value = true
    for (const waiter of this._waiters) {
      if (!waiter.done()) waiter.setResult(true)
    }
  }

  /** Lowers the flag: who calls `wait()` from now on waits again. */
  clear(): void {
    this._value = false
  }

  /** Returns `true` at once while the flag is up, and otherwise when it has been raised. */
  wait(): Coroutine<true> {
    return Event.#wait(this)
  }

  static readonly #wait = coroutine(function* wait(event: Event): CoroutineBody<true> {
    if (event._value) return true
    const waiter = event._getLoop().createFuture<true>()
    event._waiters.push(waiter)
    try {
      yield* waiter
      return true
    } finally {
      removeWaiter(event._waiters, waiter)
    }
  }, 'Event.wait')
}

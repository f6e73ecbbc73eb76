import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { LockContext } from './lock-context.ts'
import { removeWaiter, type Waiters } from './waiters.ts'

/**
 * Mutual exclusion between tasks, first come first served; not owned by a task.
 * `acquire()` waits until the lock is free and takes it, `release()` frees it and wakes the first who waits.
 * CPython 3.14 `locks.py`, `Lock`.
 */
export class Lock extends LockContext {
  static readonly __module__: string = 'asyncio.locks'
  protected _waiters: Waiters | null = null
  protected _locked = false

  protected override _detail(): string {
    const state = this._locked ? 'locked' : 'unlocked'
    return this._waiters?.length ? `${state}, waiters:${this._waiters.length}` : state
  }

  /** Whether somebody holds it. */
  locked(): boolean {
    return this._locked
  }

  /** Waits until the lock is free, takes it, and returns `true`. */
  acquire(): Coroutine<true> {
    return Lock.#acquire(this)
  }

  static readonly #acquire = coroutine(function* acquire(lock: Lock): CoroutineBody<true> {
    // Jumping the queue when all who wait are cancelled is CPython's optimization; otherwise everybody takes turns.
    if (!lock._locked && (lock._waiters === null || lock._waiters.every(waiter => waiter.cancelled()))) {
      lock._locked = true
      return true
    }
    const waiters = lock._waiters ??= []
    const waiter = lock._getLoop().createFuture<true>()
    waiters.push(waiter)
    try {
      try {
        yield* waiter
      } finally {
        removeWaiter(waiters, waiter)
      }
    } catch (error) {
      // Invariant: while the lock is free and somebody waits, the first of them is going to run.
      if (error instanceof CancelledError && !lock._locked) lock._wakeUpFirst()
      throw error
    }
    lock._locked = true
    return true
  }, 'Lock.acquire')

  /** Frees the lock and wakes the first who waits; throws `RuntimeError` when it is not held. */
  release(): void {
    if (!this._locked) throw new RuntimeError('Lock is not acquired.')
    this._locked = false
    this._wakeUpFirst()
  }

  protected _wakeUpFirst(): void {
    const first = this._waiters?.[0]
    // One that is done is about to wake already.
    if (first !== undefined && !first.done()) first.setResult(true)
  }
}

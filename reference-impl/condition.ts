import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { Lock } from './lock.ts'
import { LockContext } from './lock-context.ts'
import { callObject, checkMethod } from './operands.ts'
import { truth } from './truth.ts'
import { removeWaiter, type Waiters } from './waiters.ts'

/** What a `Condition` needs of the lock under it. */
export type ConditionLock = Pick<Lock, 'locked' | 'acquire' | 'release'>

/**
 * Lets tasks wait, without holding the lock meanwhile, until another task notifies them.
 * CPython 3.14 `locks.py`, `Condition`.
 */
export class Condition extends LockContext {
  static readonly __module__: string = 'asyncio.locks'
  /** The lock's own methods, which a subclass does not replace. */
  readonly locked: ConditionLock['locked']
  readonly acquire: ConditionLock['acquire']
  readonly release: ConditionLock['release']
  protected readonly _lock: ConditionLock
  protected readonly _waiters: Waiters = []

  /** `lock`: one that others share; its own unless given. */
  constructor(lock: ConditionLock | null = null) {
    super()
    const own = lock ?? new Lock()
    for (const name of ['locked', 'acquire', 'release']) checkMethod(own, name, name)
    this._lock = own
    this.locked = () => own.locked()
    this.acquire = () => own.acquire()
    this.release = () => own.release()
  }

  protected override _detail(): string {
    const state = this.locked() ? 'locked' : 'unlocked'
    return this._waiters.length > 0 ? `${state}, waiters:${this._waiters.length}` : state
  }

  /**
   * Releases the lock, waits to be notified, takes the lock again and returns `true`; it may wake without reason.
   * Throws `RuntimeError` when the lock is not held.
   */
  wait(): Coroutine<true> {
    return Condition.#wait(this)
  }

  static readonly #wait = coroutine(function* wait(condition: Condition): CoroutineBody<true> {
    if (!condition.locked()) throw new RuntimeError('cannot wait on un-acquired lock')
    const waiter = condition._getLoop().createFuture<boolean>()
    condition.release()
    try {
      try {
        condition._waiters.push(waiter)
        try {
          yield* waiter
          return true
        } finally {
          removeWaiter(condition._waiters, waiter)
        }
      } finally {
        yield* condition.acquireAgain()
      }
    } catch (error) {
      // This task may have been the one that was notified: pass it on. A wake-up without reason is allowed.
      condition._notify(1)
      throw error
    }
  }, 'Condition.wait')

  /** The lock is taken again however often the waiting is cancelled; the last cancellation is raised afterwards. */
  private *acquireAgain(): CoroutineBody<void> {
    let cancellation: CancelledError | null = null
    for (;;) {
      try {
        yield* this.acquire()
        break
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error
        cancellation = error
      }
    }
    if (cancellation !== null) throw cancellation
  }

  /** Waits until `predicate()` is true by Python's rules (an empty array is false) and returns what it returned. */
  waitFor<T>(predicate: () => T): Coroutine<T> {
    return waitFor(this, predicate)
  }

  /** Wakes up to `n` of those who wait; throws `RuntimeError` when the lock is not held. */
  notify(n = 1): void {
    if (!this.locked()) throw new RuntimeError('cannot notify on un-acquired lock')
    this._notify(n)
  }

  protected _notify(n: number): void {
    let count = 0
    for (const waiter of this._waiters) {
      if (count >= n) break
      if (waiter.done()) continue
      count += 1
      waiter.setResult(false)
    }
  }

  /** Wakes all who wait; throws `RuntimeError` when the lock is not held. */
  notifyAll(): void {
    this.notify(this._waiters.length)
  }
}

const waitFor = coroutine(function* wait_for<T>(condition: Condition, predicate: () => T) {
  const called = () => callObject(predicate, []) as T // a function, unless the program is wrong
  let result = called()
  while (!truth(result)) {
    yield* condition.wait()
    result = called()
  }
  return result
}, 'Condition.wait_for')

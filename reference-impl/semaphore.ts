import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { ValueError } from './exceptions/errors.ts'
import { LockContext } from './lock-context.ts'
import { checkComparable } from './operands.ts'
import { removeWaiter, type Waiters } from './waiters.ts'

/**
 * A counter of permits that `acquire()` takes and `release()` gives back; who finds none waits, first come first served.
 * CPython 3.14 `locks.py`, `Semaphore`.
 */
export class Semaphore extends LockContext {
  static readonly __module__: string = 'asyncio.locks'
  protected _waiters: Waiters | null = null
  protected _value: number

  /** `value`: permits at the start, 1 unless given; throws `ValueError` below 0. */
  constructor(value = 1) {
    super()
    checkComparable(value, '<')
    if (value < 0) throw new ValueError('Semaphore initial value must be >= 0')
    this._value = value
  }

  protected override _detail(): string {
    const state = this.locked() ? 'locked' : `unlocked, value:${this._value}`
    return this._waiters?.length ? `${state}, waiters:${this._waiters.length}` : state
  }

  /** Whether `acquire()` would wait: no permit is left, or others wait already. */
  locked(): boolean {
    return this._value === 0 || (this._waiters !== null && this._waiters.some(waiter => !waiter.cancelled()))
  }

  /** Waits for a permit, takes it, and returns `true`. */
  acquire(): Coroutine<true> {
    return Semaphore.#acquire(this)
  }

  static readonly #acquire = coroutine(function* acquire(semaphore: Semaphore): CoroutineBody<true> {
    if (!semaphore.locked()) {
      semaphore._value -= 1
      return true
    }
    const waiters = semaphore._waiters ??= []
    const waiter = semaphore._getLoop().createFuture<true>()
    waiters.push(waiter)
    try {
      try {
        yield* waiter
      } finally {
        removeWaiter(waiters, waiter)
      }
    } catch (error) {
      // The permit was handed over, but this task is not going to use it: give it back.
      if (error instanceof CancelledError && waiter.done() && !waiter.cancelled()) semaphore._value += 1
      throw error
    } finally {
      // Others may have come meanwhile and had to queue behind although there are permits.
      while (semaphore._value > 0 && semaphore._wakeUpNext());
    }
    return true
  }, 'Semaphore.acquire')

  /** Gives a permit back, and hands it to the first who waits. */
  release(): void {
    this._value += 1
    this._wakeUpNext()
  }

  protected _wakeUpNext(): boolean {
    const next = this._waiters?.find(waiter => !waiter.done())
    if (next === undefined) return false
    this._value -= 1
    next.setResult(true)
    return true
  }
}

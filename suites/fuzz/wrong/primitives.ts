import { coroutine, type Coroutine } from '../../../reference-impl/coroutine.ts'
import { CancelledError } from '../../../reference-impl/exceptions/asyncio-errors.ts'
import { Lock as RightLock } from '../../../reference-impl/lock.ts'
import { Queue as RightQueue } from '../../../reference-impl/queue.ts'
import { Semaphore as RightSemaphore } from '../../../reference-impl/semaphore.ts'
import { sleep } from '../../../reference-impl/sleep.ts'
import { removeWaiter } from '../../../reference-impl/waiters.ts'
import type { WrongImplementation } from './wrong-implementation.ts'

/** As CPython's was before 3.10.5. */
class BargingSemaphore extends RightSemaphore {
  override locked(): boolean { return this._value === 0 }
  override acquire(): Coroutine<true> { return BargingSemaphore.#acquire(this) }

  static readonly #acquire = coroutine(function* acquire(semaphore: BargingSemaphore) {
    while (semaphore._value <= 0) {
      const waiters = semaphore._waiters ??= []
      const waiter = semaphore._getLoop().createFuture<true>()
      waiters.push(waiter)
      try {
        yield* waiter
      } catch (error) {
        if (semaphore._value > 0 && !waiter.cancelled()) semaphore._wakeUpNext()
        throw error
      } finally {
        removeWaiter(waiters, waiter)
      }
    }
    semaphore._value -= 1
    return true as const
  }, 'Semaphore.acquire')

  protected override _wakeUpNext(): boolean {
    const next = this._waiters?.find(waiter => !waiter.done())
    next?.setResult(true)
    return false
  }
}

class GenerousSemaphore extends RightSemaphore {
  override acquire(): Coroutine<true> { return GenerousSemaphore.#acquire(this, super.acquire()) }

  static readonly #acquire = coroutine(function* acquire(semaphore: GenerousSemaphore, right: Coroutine<true>) {
    try {
      return yield* right
    } catch (error) {
      if (error instanceof CancelledError) semaphore.release()
      throw error
    }
  }, 'Semaphore.acquire')
}

class ForgetfulLock extends RightLock {
  #releasing = false

  override release(): void {
    this.#releasing = true
    try {
      super.release()
    } finally {
      this.#releasing = false
    }
  }

  protected override _wakeUpFirst(): void { if (this.#releasing) super._wakeUpFirst() }
}

class LossyQueue<T> extends RightQueue<T> {
  override get(): Coroutine<T> { return this.empty() ? LossyQueue.#get(super.get()) : super.get() }

  static readonly #get = coroutine(function* get<T>(right: Coroutine<T>) {
    const item = yield* right
    yield* sleep(0)
    return item
  }, 'Queue.get')
}

/** Mistakes of what tasks share. The classes are called as programs see them. */
export const wrongPrimitives: readonly WrongImplementation[] = [
  { name: 'barging-semaphore', focus: 'primitives', mistake: 'a semaphore that is released is free to whoever comes before the one who waits wakes up', asyncio: () => ({ Semaphore: class Semaphore extends BargingSemaphore {} }) },
  { name: 'generous-semaphore', mistake: 'who is cancelled while waiting for a semaphore gives back what it never had', asyncio: () => ({ Semaphore: class Semaphore extends GenerousSemaphore {} }) },
  { name: 'forgetful-lock', focus: 'primitives', mistake: 'when who is to get the lock is cancelled nobody gets it', asyncio: () => ({ Lock: class Lock extends ForgetfulLock {} }) },
  { name: 'lossy-queue', mistake: 'who waited for an item takes it, then gives way once more: cancelled there, the item is lost', asyncio: () => ({ Queue: class Queue<T> extends LossyQueue<T> {} }) },
]

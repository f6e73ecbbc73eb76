import { coroutine, type Coroutine } from '../../../reference-impl/coroutine.ts'
import { Event as RightEvent } from '../../../reference-impl/event.ts'
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

class OvertakingLock extends RightLock {
  override acquire(): Coroutine<true> { return this.locked() ? super.acquire() : OvertakingLock.#take(this) }

  static readonly #take = coroutine(function* acquire(lock: OvertakingLock) {
    lock._locked = true
    return true as const
  }, 'Lock.acquire')
}

class DoubtingEvent extends RightEvent {
  override wait(): Coroutine<true> { return DoubtingEvent.#wait(this, () => super.wait()) }

  static readonly #wait = coroutine(function* wait(event: DoubtingEvent, right: () => Coroutine<true>) {
    while (!event._value) yield* right()
    return true as const
  }, 'Event.wait')
}

class LossyQueue<T> extends RightQueue<T> {
  override get(): Coroutine<T> { return this.empty() ? LossyQueue.#get(super.get()) : super.get() }

  static readonly #get = coroutine(function* get<T>(right: Coroutine<T>) {
    const item = yield* right
    yield* sleep(0)
    return item
  }, 'Queue.get')
}

// As programs see them; asyncio's names are looked for in the class itself.
const semaphores = {
  barging: class Semaphore extends BargingSemaphore { static override readonly __module__ = 'asyncio.locks' },
  generous: class Semaphore extends GenerousSemaphore { static override readonly __module__ = 'asyncio.locks' },
}
class Lock extends OvertakingLock { static override readonly __module__ = 'asyncio.locks' }
class Event extends DoubtingEvent { static override readonly __module__ = 'asyncio.locks' }
class Queue<T> extends LossyQueue<T> {}

/** Mistakes of what tasks share. */
export const wrongPrimitives: readonly WrongImplementation[] = [
  {
    name: 'barging-semaphore', area: 'primitives', mistake: 'a semaphore that is released is free to whoever comes before the one who waits wakes up',
    asyncio: () => ({ Semaphore: semaphores.barging }),
  },
  {
    name: 'generous-semaphore', area: 'primitives', mistake: 'who is cancelled while waiting for a semaphore gives back what it never had',
    asyncio: () => ({ Semaphore: semaphores.generous }),
  },
  {
    name: 'doubting-event', area: 'primitives', rare: true, mistake: 'who is woken by an event that was cleared meanwhile waits again',
    asyncio: () => ({ Event }),
  },
  {
    name: 'lossy-queue', area: 'queues', mistake: 'who waited for an item takes it, then gives way once more: cancelled there, the item is lost',
    asyncio: () => ({ Queue }),
  },
  {
    name: 'overtaking-lock', area: 'primitives', rare: true, mistake: 'who comes between the release of a lock and the wake-up of the one who waits gets it too',
    asyncio: () => ({ Lock }),
  },
]

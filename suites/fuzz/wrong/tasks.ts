import { Task as RightTask } from '../../../reference-impl/task.ts'
import { withTasks } from './changed-loop.ts'
import type { WrongImplementation } from './wrong-implementation.ts'

/** Mistakes of tasks: how they are cancelled, how they end. The classes are called as programs see them. */
export const wrongTasks: readonly WrongImplementation[] = [
  {
    name: 'cancelled-again', area: 'cancellation', mistake: 'a request to cancel is delivered a second time',
    asyncio: () => withTasks(class Task<T> extends RightTask<T> {
      override cancel(message: unknown = null): boolean {
        const asked = super.cancel(message)
        if (asked) {
          this._loop.callSoon(() => {
            if (!super.done() && super.cancel(message)) this['_numCancelsRequested']--
          })
        }
        return asked
      }
    }),
  },
  {
    name: 'only-waiting-tasks-are-cancelled', area: 'cancellation', mistake: 'a request to cancel a task that does not wait for a future is forgotten',
    asyncio: () => withTasks(class Task<T> extends RightTask<T> {
      override cancel(message: unknown = null): boolean {
        const asked = super.cancel(message)
        this['_mustCancel'] = false
        return asked
      }
    }),
  },
  {
    name: 'uncancel-ignored', area: 'cancellation', mistake: 'uncancel takes no request back',
    asyncio: () => withTasks(class Task<T> extends RightTask<T> {
      override uncancel(): number { return this.cancelling() }
    }),
  },
  {
    name: 'ended-tasks-are-cancelled', area: 'cancellation', mistake: 'cancel makes a task cancelled that has ended already',
    asyncio: () => withTasks(class Task<T> extends RightTask<T> {
      override cancel(message: unknown = null): boolean {
        const asked = super.cancel(message)
        if (!asked) this._state = 'CANCELLED'
        return asked
      }
    }),
  },
  {
    name: 'done-when-asked', area: 'cancellation', mistake: 'a task counts as done as soon as it is asked to cancel itself',
    asyncio: () => withTasks(class Task<T> extends RightTask<T> {
      override done(): boolean { return super.done() || this['_mustCancel'] }
    }),
  },
  {
    name: 'retrieved-and-reported', area: 'futures', mistake: 'exceptions that were retrieved are reported nevertheless',
    asyncio: () => withTasks(class Task<T> extends RightTask<T> {
      override _retrieved(): void {}
    }),
  },
  {
    name: 'failures-get-lost', area: 'exceptions', mistake: 'exceptions that nobody retrieves are not reported',
    asyncio: () => withTasks(class Task<T> extends RightTask<T> {
      override _fail(exception: unknown): void {
        super._fail(exception)
        this._retrieved()
      }
    }),
  },
]

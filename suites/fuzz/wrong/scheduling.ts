import type { CoroutineBase } from '../../../reference-impl/coroutine-base.ts'
import type { Handle } from '../../../reference-impl/handle.ts'
import type { ForeignCoroutine } from '../../../reference-impl/iscoroutine.ts'
import type { Task, TaskOptions } from '../../../reference-impl/task.ts'
import type { TimerHandle } from '../../../reference-impl/timer-handle.ts'
import { TimerHeap } from '../../../reference-impl/timer-heap.ts'
import { VirtualRunner } from '../../../reference-impl/virtual-runner.ts'
import { ChangedLoop, onLoop } from './changed-loop.ts'
import type { WrongImplementation } from './wrong-implementation.ts'

class NewestFirst extends ChangedLoop {
  override _push(handle: Handle): void {
    super._push(handle)
    this._ready.unshift(...this._ready.splice(-1))
  }
}

/** Equal times in the order in which they were set, where a heap brings them out in another. */
class StableTimers extends TimerHeap {
  override push(timer: TimerHandle): void {
    const items = this['items']
    const later = items.findIndex(other => other._when > timer._when)
    items.splice(later < 0 ? items.length : later, 0, timer)
  }

  override pop(): TimerHandle | undefined { return this['items'].shift() }
}

class StableLoop extends ChangedLoop {
  protected override readonly _scheduled = new StableTimers()
}

class EndlessPasses extends ChangedLoop {
  protected override _runOnce(): void {
    super._runOnce()
    for (let handle = this.next(); handle !== undefined; handle = this.next()) if (!handle._cancelled) handle._run()
  }

  private next(): Handle | undefined { return this._stopping ? undefined : this._ready.shift() }
}

class CoarseClock extends ChangedLoop {
  override _clockResolution = 0.75
}

class EagerLoop extends ChangedLoop {
  override createTask<T>(coro: CoroutineBase<T> | ForeignCoroutine<T>, options: TaskOptions = {}): Task<T> {
    return super.createTask(coro, { eagerStart: true, ...options })
  }
}

class CarelessRunner extends VirtualRunner {
  override close(): void { this.getLoop().close() }
}

/** Mistakes of the event loop. */
export const wrongScheduling: readonly WrongImplementation[] = [
  { name: 'newest-first', area: 'callbacks', mistake: 'of what is ready the newest runs first', asyncio: () => onLoop(NewestFirst) },
  { name: 'stable-timers', area: 'callbacks', mistake: 'timers of the same time fire in the order in which they were set', asyncio: () => onLoop(StableLoop) },
  { name: 'endless-passes', area: 'callbacks', mistake: 'what becomes ready during a pass runs in the same pass', asyncio: () => onLoop(EndlessPasses) },
  { name: 'coarse-clock', area: 'timeouts', mistake: 'a timer fires up to three quarters of a second early', asyncio: () => onLoop(CoarseClock) },
  { name: 'tasks-start-at-once', area: 'tasks', mistake: 'a new task runs up to its first suspension at once', asyncio: () => onLoop(EagerLoop) },
  {
    name: 'run-forgets-the-rest', area: 'tasks', mistake: 'run does not cancel the tasks that are left',
    asyncio: () => ({
      run(main: Parameters<VirtualRunner['run']>[0]) {
        const runner = new CarelessRunner()
        try {
          return runner.run(main)
        } finally {
          runner.close()
        }
      },
    }),
  },
]

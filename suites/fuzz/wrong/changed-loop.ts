import type { CoroutineBase } from '../../../reference-impl/coroutine-base.ts'
import type { ForeignCoroutine } from '../../../reference-impl/iscoroutine.ts'
import { runVirtual } from '../../../reference-impl/run-virtual.ts'
import { Task, type TaskOptions } from '../../../reference-impl/task.ts'
import { VirtualEventLoop } from '../../../reference-impl/virtual-event-loop.ts'

/** The reference's event loop, to be changed in subclasses; programs cannot tell it from the right one. */
export class ChangedLoop extends VirtualEventLoop {
  /** The class of its tasks. Its name must be `Task`. */
  protected get task(): typeof Task { return Task }

  override createTask<T>(coro: CoroutineBase<T> | ForeignCoroutine<T>, options: TaskOptions = {}): Task<T> {
    if (this.getTaskFactory() !== null) return super.createTask(coro, options)
    this._checkClosed()
    return new this.task(coro, { ...options, loop: this })
  }

  protected override _className(): string { return '_UnixSelectorEventLoop' }
}

/** asyncio's names for programs that run on another loop. */
export function onLoop(Loop: new () => ChangedLoop): object {
  return { run: (...[main, options]: Parameters<typeof runVirtual>) => runVirtual(main, { ...options, loopFactory: () => new Loop() }) }
}

/** asyncio's names for programs whose tasks are of another class. */
export function withTasks(OtherTask: typeof Task): object {
  return onLoop(class extends ChangedLoop {
    protected override get task(): typeof Task { return OtherTask }
  })
}

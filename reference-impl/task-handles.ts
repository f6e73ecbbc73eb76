import type { Callback } from './format-callback.ts'
import type { Future } from './future.ts'
import { Handle } from './handle.ts'
import { qualified } from './qualified.ts'
import type { Task } from './task.ts'

/** The next step of a task, with `error` thrown into its coroutine unless that is `null`. _asynciomodule.c, TaskStepMethWrapper. */
export class StepHandle extends Handle {
  private readonly _task: Task<unknown>
  private readonly _error: unknown
  constructor(task: Task<unknown>, error: unknown) {
    super(taskStep, [], task._loop, task.getContext())
    this._task = task
    this._error = error
  }
  protected override _call(): void { this._task._step(this._error) }
}

/** A task goes on because the future that it waited for is done. _asynciomodule.c, task_wakeup. */
export class WakeupHandle extends Handle {
  private readonly _task: Task<unknown>
  private readonly _future: Future<unknown>
  constructor(task: Task<unknown>, future: Future<unknown>) {
    super(wakeupOf(task.constructor.name), [], task._loop, task.getContext())
    this._task = task
    this._future = future
  }
  protected override get _shownArgs(): readonly unknown[] { return [this._future] }
  override _awaiter(future: Future<unknown>): unknown { return this._future === future ? this._task : null }
  protected override _call(): void { this._task._wakeup(this._future) }
}

// Stand for the callbacks in messages.
const taskStep = qualified('<_asyncio.TaskStepMethWrapper object at 0x…>', () => {})
const taskWakeup = qualified('Task.task_wakeup', () => {})

/** A method's qualified name has the name of its object's own class. */
function wakeupOf(className: string): Callback {
  return className === 'Task' ? taskWakeup : qualified(`${className}.task_wakeup`, () => {})
}

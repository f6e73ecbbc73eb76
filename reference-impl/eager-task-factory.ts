import type { CoroutineBase } from './coroutine-base.ts'
import type { EventLoop } from './event-loop.ts'
import type { ForeignCoroutine } from './iscoroutine.ts'
import { Task, type TaskOptions } from './task.ts'

type MakeTask<R> = (coro: CoroutineBase<never> | ForeignCoroutine<never>, options: TaskOptions & { readonly loop: EventLoop }) => R
type TaskClass<R> = new (...args: Parameters<MakeTask<R>>) => R

/** A task factory whose tasks take their first step at once; they are made by a class like `Task` or by a function. */
export function createEagerTaskFactory<R>(make: TaskClass<R> | MakeTask<R>) {
  return function factory(
    loop: EventLoop, coro: CoroutineBase<never> | ForeignCoroutine<never>, options: TaskOptions = {},
  ): R {
    const all = { eagerStart: true, ...options, loop }
    return isClass(make) ? new make(coro, all) : make(coro, all)
  }
}

function isClass<R>(make: TaskClass<R> | MakeTask<R>): make is TaskClass<R> {
  return make.prototype instanceof Task || Object.is(make, Task)
}

/** The task factory of eager tasks: `loop.setTaskFactory(eagerTaskFactory)`. */
export function eagerTaskFactory<T>(loop: EventLoop, coro: CoroutineBase<T> | ForeignCoroutine<T>, options: TaskOptions = {}): Task<T> {
  return new Task(coro, { eagerStart: true, ...options, loop })
}

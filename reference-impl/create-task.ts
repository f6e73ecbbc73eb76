import type { CoroutineBase } from './coroutine-base.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { ForeignCoroutine } from './iscoroutine.ts'
import type { Task, TaskOptions } from './task.ts'

/** A task of the running loop for the coroutine. Throws RuntimeError when no loop is running. */
export function createTask<T>(coro: CoroutineBase<T> | ForeignCoroutine<T>, options?: TaskOptions): Task<T> {
  return getRunningLoop().createTask(coro, options)
}

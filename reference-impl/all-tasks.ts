import type { EventLoop } from './event-loop.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { Task } from './task.ts'

/** The loop's tasks that are not done, in the order they were made. Throws RuntimeError when no loop is given and none is running. */
export function allTasks(loop: EventLoop | null = null): Set<Task<unknown>> {
  return new Set((loop ?? getRunningLoop())._tasks)
}

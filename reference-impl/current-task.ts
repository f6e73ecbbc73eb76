import type { EventLoop } from './event-loop.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { Task } from './task.ts'

/** The task that is running in the loop, or `null`. Throws RuntimeError when no loop is given and none is running. */
export function currentTask(loop: EventLoop | null = null): Task<unknown> | null {
  return (loop ?? getRunningLoop())._currentTask
}

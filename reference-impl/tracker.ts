import type { CoroutineBase } from './coroutine-base.ts'
import type { ExceptionContext } from './exception-context.ts'
import type { Future } from './future.ts'
import type { Task } from './task.ts'

/** Follows what Python's garbage collector would report, and says where reports go. */
export interface Tracker {
  /** A coroutine exists; if nobody ever awaits it, that is to be reported. */
  coroutineMade(coroutine: CoroutineBase<unknown>): void
  /** A future holds an exception nobody has retrieved yet. */
  futureFailed(future: Future<unknown>): void
  taskMade(task: Task<unknown>): void
  /** Takes the place of the default exception handler; `null` for `console.error`. */
  readonly report: ((context: ExceptionContext) => void) | null
  warn(category: string, text: string): void
}

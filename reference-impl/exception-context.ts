import type { EventLoop } from './event-loop.ts'

/**
 * What an exception handler is told: `message`, and as far as they apply `exception`, `future`, `task`,
 * `handle`, `asyncgen`, `context`. A Map, as a Python dict is.
 */
export type ExceptionContext = Map<string, unknown>

/** In debug mode a context also says where its object was made; places in source are outside of what is compared. @internal */
export function withSource(loop: EventLoop, context: ExceptionContext): ExceptionContext {
  return loop.getDebug() ? context.set('source_traceback', []) : context
}

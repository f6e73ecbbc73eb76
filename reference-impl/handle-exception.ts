import { Context } from './context.ts'
import type { EventLoop, ExceptionHandler } from './event-loop.ts'
import type { ExceptionContext } from './exception-context.ts'
import { guarded } from './guarded.ts'

/** Calls the handler, else the default one, guarding against failing handlers. CPython 3.14 base_events.py, call_exception_handler. */
export function handleException(loop: EventLoop, handler: ExceptionHandler | null, context: ExceptionContext): void {
  if (handler === null) {
    guarded(() => loop.defaultExceptionHandler(context), () => {})
    return
  }
  guarded(() => {
    const of = contextOf(context.get('task') ?? context.get('future') ?? context.get('handle'))
    if (of === null) handler(loop, context)
    else of.run(handler, loop, context)
  }, exception => {
    const report = new Map<string, unknown>([
      ['message', 'Unhandled error in exception handler'], ['exception', exception], ['context', context],
    ])
    guarded(() => loop.defaultExceptionHandler(report), () => {})
  })
}

function contextOf(thing: unknown): Context | null {
  if (typeof thing !== 'object' || thing === null || !('getContext' in thing) || typeof thing.getContext !== 'function') return null
  const context: unknown = thing.getContext()
  return context instanceof Context ? context : null
}

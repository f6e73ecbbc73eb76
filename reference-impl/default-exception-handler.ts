import type { ExceptionContext } from './exception-context.ts'
import { checkMethod } from './operands.ts'
import { repr } from './repr.ts'
import { active } from './runtime-state.ts'

/** Reports to the world, or prints on `console.error`: the message, what it concerns, and the exception. */
export function defaultExceptionHandler(context: ExceptionContext): void {
  checkMethod(context, 'get', 'get')
  const message = context.get('message') || 'Unhandled exception in event loop'
  if (active.tracker.report !== null) {
    active.tracker.report(new Map([...context, ['message', message]]))
    return
  }
  const lines = [String(message)]
  for (const [key, value] of [...context].toSorted(([a], [b]) => a < b ? -1 : 1)) {
    if (key !== 'message' && key !== 'exception') lines.push(`${key}: ${repr(value)}`)
  }
  const exception = context.get('exception')
  if (exception === undefined || exception === null) console.error(lines.join('\n'))
  else console.error(lines.join('\n'), exception)
}

import type { ExceptionContext } from './exception-context.ts'
import { repr } from './repr.ts'

/** Prints a report on `console.error`, where no world takes it: the message, what it concerns, and the exception. */
export function printReport(context: ExceptionContext): void {
  const lines = [String(context.get('message'))]
  for (const [key, value] of [...context].toSorted(([a], [b]) => a < b ? -1 : 1)) {
    if (key !== 'message' && key !== 'exception') lines.push(`${key}: ${repr(value)}`)
  }
  const exception = context.get('exception')
  if (exception === undefined || exception === null) console.error(lines.join('\n'))
  else console.error(lines.join('\n'), exception)
}

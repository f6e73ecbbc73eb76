import type { ExceptionContext } from './exception-context.ts'
import { checkMethod } from './operands.ts'
import { printReport } from './print-report.ts'
import { active } from './runtime-state.ts'

/** Reports to the world, or prints on `console.error`: the message, what it concerns, and the exception. */
export function defaultExceptionHandler(context: ExceptionContext): void {
  checkMethod(context, 'get', 'get')
  const told = new Map([...context, ['message', context.get('message') || 'Unhandled exception in event loop']])
  const report = active.tracker.report ?? printReport
  report(told)
}

/**
 * What a program did: one line per event, then the outcome.
 *
 * `lines` are `<virtual time> <text>` in the order they happened, followed by the reports that depend on
 * garbage collection (`! <text>`, no time, sorted). `outcome` is what follows `=> ` in the document:
 * a Python `repr`, `raises <repr>`, `deadlock` or `step limit`. Grammar: `spec/trace-notation.md`.
 */
export interface Trace {
  readonly lines: readonly string[]
  readonly outcome: string
}

/** A trace as the document prints it: its lines, then `=> outcome`. */
export function traceText(trace: Trace): string {
  return [...trace.lines, `=> ${trace.outcome}`].join('\n')
}

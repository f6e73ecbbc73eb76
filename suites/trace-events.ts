import type { Trace } from '../spec/trace.ts'

/** A timed line of a trace. */
export interface TraceEvent {
  readonly time: number
  readonly text: string
}

/** The timed lines of a trace, without reports of the event loop. */
export function traceEvents({ lines }: Trace): readonly TraceEvent[] {
  return lines.flatMap(line => {
    const match = /^(\d\S*) (?!! )(.*)$/.exec(line)
    return match ? [{ time: Number(match[1]), text: match[2] ?? '' }] : []
  })
}

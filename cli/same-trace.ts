import type { Adapter, Run } from '../adapters/adapter.ts'
import { withoutTime } from '../spec/match-trace.ts'
import type { Clock } from '../spec/rule.ts'
import { traceText } from '../spec/trace.ts'

/** What one implementation made of a program. */
export interface Answer {
  readonly adapter: Adapter
  readonly run: Run
  /** What the program ran on: the machine's clock has times that no two runs share. */
  readonly clock: Clock
}

/** The first line, from 0, at which two traces of one program differ; times count when both ran on a virtual clock. */
export function firstDifference(a: Answer, b: Answer): number | undefined {
  const timed = a.clock === 'virtual' && b.clock === 'virtual'
  const [mine, other] = [a, b].map(({ run }) => runLines(run).map((line) => (timed ? line : withoutTime(line))))
  if (mine === undefined || other === undefined) return undefined
  const longest = Math.max(mine.length, other.length)
  for (let index = 0; index < longest; index++) if (mine[index] !== other[index]) return index
  return undefined
}

/** A run as lines: its trace with the outcome last, or its fault. */
export function runLines(run: Run): readonly string[] {
  switch (run.kind) {
    case 'finished': return traceText(run.trace).split('\n')
    case 'faulted': return [`${run.fault}: ${run.message}`]
  }
}

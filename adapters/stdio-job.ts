import type { Program } from '../spec/program.ts'
import type { FaultKind, Limits, Run } from './adapter.ts'
import type { Answer } from './stdio-protocol.ts'

/** A program on its way through a pipeline. */
export interface Job {
  /** The id on the wire: ours, in order of sending, because a program's need not be unique. */
  readonly id: string
  readonly program: Program
  readonly limits: Limits
  readonly settle: (run: Run) => void
  settled: boolean
  rubbish: number
}

/** Says how the program ran, unless that was said before. */
export function settle(job: Job, run: Run): void {
  if (job.settled) return
  job.settled = true
  job.settle(run)
}

export function faulted(fault: FaultKind, message: string): Run {
  return { kind: 'faulted', fault, message }
}

/** What an answer says of how its program ran. */
export function runOf(answer: Answer, limits: Limits): Run {
  if (answer.kind === 'faulted') return faulted(answer.fault, answer.message)
  const { trace, outcome, milliseconds } = answer
  const length = trace.reduce((sum, line) => sum + line.length + 1, 0)
  if (length > limits.output) return faulted('flood', `the trace is longer than ${limits.output} characters`)
  return { kind: 'finished', trace: { lines: trace, outcome }, milliseconds }
}

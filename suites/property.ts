import * as fc from 'fast-check'
import type { Run } from '../adapters/adapter.ts'
import type { Program } from '../spec/program.ts'
import type { Trace } from '../spec/trace.ts'
import { traceText } from '../spec/trace.ts'
import { indented } from './indented.ts'

/** An invariant over generated programs. */
export interface Invariant<T> {
  /** Id of the rule that it tests. */
  readonly rule: string
  /** What holds, as a sentence without its full stop. */
  readonly says: string
  /** What programs are made from. */
  readonly cases: fc.Arbitrary<T>
  /** The program of a case: Python text. */
  readonly program: (data: T) => string
  /** What is wrong with the trace, nothing when the invariant holds. It follows from `data` alone, never from an implementation. */
  readonly check: (trace: Trace, data: T) => string | undefined
}

export interface PropertyOptions {
  /** Programs to try; 100 by default. */
  readonly programs?: number
  /** Seed of the generator; by default always the same, so that a failure stays one. */
  readonly seed?: number
}

/** An invariant that can be put to an implementation. */
export interface Property {
  readonly rule: string
  readonly says: string
  /** Why the implementation behind `run` breaks the invariant, with the smallest program found to paste; nothing when it holds. */
  readonly counterexample: (run: (program: Program) => Promise<Run>, options?: PropertyOptions) => Promise<string | undefined>
}

/** Makes a property of an invariant. */
export function property<T>({ rule, says, cases, program, check }: Invariant<T>): Property {
  return {
    rule, says,
    async counterexample(run, { programs = 100, seed = 20_140_316 } = {}) {
      const complaint = async (data: T): Promise<string | undefined> => {
        const answer = await run({ id: `${rule} (property)`, source: program(data) })
        if (answer.kind === 'faulted') return `${answer.fault}: ${answer.message}`
        const wrong = check(answer.trace, data)
        return wrong === undefined ? undefined : `${wrong}\n\nTrace:\n\n${indented(traceText(answer.trace))}`
      }
      const details = await fc.check(fc.asyncProperty(cases, async data => await complaint(data) === undefined), { numRuns: programs, seed })
      if (!details.failed) return undefined
      const [data] = details.counterexample ?? []
      if (data === undefined) return String(details.errorInstance)
      const reason = await complaint(data) ?? `it failed once and then no more: ${String(details.errorInstance)}`
      return `${says}: this program shows otherwise.\n\n${indented(program(data).trim())}\n\n${reason}\n\n(seed ${details.seed}, ${details.numRuns} programs, ${details.numShrinks} times made smaller)`
    },
  }
}

import type { Adapter, Limits } from '../adapters/adapter.ts'
import type { Program } from '../spec/program.ts'
import { guardedRun } from '../suites/guarded-run.ts'
import type { Answer } from './same-trace.ts'

/** Asks all adapters what they make of a program; whatever an adapter does, there is an answer. */
export type Ask = (program: Program) => Promise<readonly Answer[]>

/** An `Ask` for these adapters, each program within `limits`. */
export function asker(adapters: readonly Adapter[], limits: Limits): Ask {
  const guarded = adapters.map((adapter) => ({ adapter, run: guardedRun(adapter, limits) }))
  return (program) => Promise.all(guarded.map(async ({ adapter, run }) => ({
    adapter, run: await run(program), clock: program.clock === 'real' ? 'real' : adapter.clock,
  })))
}

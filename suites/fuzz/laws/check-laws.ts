import { defaultLimits, type Adapter, type Limits, type Run } from '../../../adapters/adapter.ts'
import { guardedRun } from '../../guarded-run.ts'
import { programOf, type GeneratedProgram } from '../generate.ts'
import { parseTree } from '../python-tree.ts'
import { seeded } from '../random.ts'
import { turn } from '../turn.ts'
import { allLaws } from './all-laws.ts'
import { LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'
import { remarksOf } from './remark.ts'

export interface LawOptions {
  readonly adapter: Adapter
  readonly seed: number
  /** Programs of each law; `Infinity` where `seconds` are the bound. */
  readonly runs: number
  /** Wall seconds, of which each law has its share; no bound when absent. */
  readonly seconds?: number
  /** All of them when absent. */
  readonly laws?: readonly Law[]
  readonly limits?: Limits
  /** Ends the run before its time. */
  readonly signal?: AbortSignal
  /** Called after each batch: programs done, of all laws together, and how many there will be, `Infinity` where time is the bound. */
  readonly onProgress?: (done: number, of: number) => void
}

/** How one law fared. */
export type LawResult =
  | { readonly law: Law, readonly kind: 'held', readonly programs: number }
  | { readonly law: Law, readonly kind: 'broken', readonly programs: number, readonly program: GeneratedProgram, readonly run: Run, readonly why: string }
  /** The adapter lacks what the law's programs need. */
  | { readonly law: Law, readonly kind: 'not applicable', readonly lacks: readonly string[] }

const batchSize = 32
const smallest = 3
const greatest = 24
/** Programs from the smallest size to the greatest, where their number has no bound. */
const endless = 500

/**
 * Checks laws on any adapter, without an oracle. The programs of a law grow from few statements to many, so that the
 * first that breaks it, which is what the result holds, is a small one.
 */
export async function checkLaws({ adapter, seed, runs, seconds = Infinity, laws = allLaws, limits = { ...defaultLimits, steps: 10_000 }, signal, onProgress }: LawOptions): Promise<LawResult[]> {
  const run = guardedRun(adapter, limits)
  const isStopped = (): boolean => signal?.aborted === true
  const results: LawResult[] = []
  let done = 0
  for (const [number, law] of laws.entries()) {
    const lacks: string[] = (law.needs ?? []).filter(need => adapter.lacks.includes(need))
    if (law.endsAnyhow === true && adapter.clock === 'real') lacks.push('a virtual clock')
    if (lacks.length > 0) results.push({ law, kind: 'not applicable', lacks })
    else results.push(await checkLaw(law))
    if (Number.isFinite(runs)) done = (number + 1) * runs
    onProgress?.(done, laws.length * runs)
  }
  return results

  async function checkLaw(law: Law): Promise<LawResult> {
    const end = performance.now() + seconds * 1000 / laws.length
    let programs = 0
    // A law whose time is short is checked all the same.
    while (programs < runs && !isStopped() && (programs === 0 || performance.now() < end)) {
      const batch = Array.from({ length: Math.min(batchSize, runs - programs) }, (_, i) => lawProgram(law, adapter, seed, programs + i, runs))
      const answers = await Promise.all(batch.map(async program => ({ program, run: await run(program) })))
      programs += batch.length
      done += batch.length
      for (const { program, run } of answers) {
        const why = brokenBy(law, run)
        if (why !== undefined) return { law, kind: 'broken', programs, program, run, why }
      }
      onProgress?.(done, laws.length * runs)
      await turn()
    }
    return { law, kind: 'held', programs }
  }
}

/** Program `index` of `runs` of a law and a seed; without an end their sizes begin anew. */
function lawProgram(law: Law, { clock }: Adapter, seed: number, index: number, runs: number): GeneratedProgram {
  const sizes = Number.isFinite(runs) ? runs : endless
  const size = smallest + Math.floor((greatest - smallest + 1) * (index % sizes) / sizes)
  const source = law.program(new LawDraw(seeded(seed, index), size, clock === 'virtual' ? 1 : 0.01))
  return programOf(`${law.name}:${seed}:${index}`, parseTree(source))
}

/** What is wrong with a run of a law's program. */
export function brokenBy(law: Law, run: Run): string | undefined {
  if (run.kind === 'faulted') return `${run.fault}: ${run.message}`
  const why = law.broken(remarksOf(run.trace.lines), run.trace)
  if (why !== undefined) return why
  const { outcome } = run.trace
  return law.endsAnyhow !== true && outcome !== 'None' ? `the program ends with ${outcome}` : undefined
}

import type { Adapter, Faulted, Limits, Run } from '../../adapters/adapter.ts'
import { guardedRun } from '../guarded-run.ts'
import { differenceOf, type Difference } from './difference.ts'
import { generateTree, programOf, type GeneratedProgram } from './generate.ts'
import { mixture } from './mixture.ts'
import type { ProgramOptions } from './program-options.ts'
import { seeded } from './random.ts'
import { termsOf } from './terms.ts'
import { turn } from './turn.ts'

/** A program on which the two adapters part. */
export interface Finding {
  readonly program: GeneratedProgram
  /** Number of the program in its seed. */
  readonly index: number
  readonly runs: readonly [Run, Run]
  readonly difference: Difference
}

export interface DifferentialOptions {
  readonly adapters: readonly [Adapter, Adapter]
  readonly seed: number
  readonly limits: Limits
  readonly programs?: ProgramOptions
  /** The programs themselves, instead of those of the seed; with a shard, those that are not its own are left out. */
  readonly worlds?: Iterator<GeneratedProgram>
  /** Whether the order within one instant counts; true when absent. */
  readonly exact?: boolean
  /** How many programs; no bound when absent. */
  readonly runs?: number
  /** Wall seconds; no bound when absent. */
  readonly seconds?: number
  /** This part of the seed's programs: those whose number leaves `part` when divided by `of`. */
  readonly shard?: { readonly part: number, readonly of: number }
  /** Ends the run before its time. */
  readonly signal?: AbortSignal
  /** Called after each batch. */
  readonly onProgress?: (done: number) => void
  readonly onFinding?: (finding: Finding) => void
}

/** What a differential run saw. */
export interface DifferentialResult {
  readonly programs: number
  /** Programs that were not run, because an adapter lacks what they need. */
  readonly notApplicable: number
  readonly findings: readonly Finding[]
  /** Why an adapter ran no more programs, when that is so: the run ended there. */
  readonly broken?: string
  readonly seconds: number
}

const batchSize = 64
/** Findings that are kept; the others are only counted by their number of programs. */
const greatestFindings = 1000

/** Runs generated programs on two adapters and compares their traces, exactly. */
export async function fuzz(options: DifferentialOptions): Promise<DifferentialResult> {
  const { adapters: [a, b], seed, limits, runs = Infinity, seconds = Infinity, shard = { part: 0, of: 1 } } = options
  const mix = mixture(options.programs)
  const terms = termsOf([a, b], options.exact ?? true)
  const run = [guardedRun(a, limits), guardedRun(b, limits)] as const
  const start = performance.now()
  const findings: Finding[] = []
  let begun = 0
  let done = 0
  let drawn = 0
  let notApplicable = 0
  let broken: string | undefined
  const over = (): boolean => broken !== undefined || begun >= runs || options.signal?.aborted === true || performance.now() - start > seconds * 1000

  const programAt = (index: number): GeneratedProgram | undefined => {
    if (options.worlds === undefined) return programOf(`${seed}:${index}`, generateTree(seeded(seed, index), mix))
    for (;;) {
      const next = options.worlds.next()
      if (next.done === true) return undefined
      if (drawn++ % shard.of === shard.part) return next.value
    }
  }

  const answers = async (program: GeneratedProgram): Promise<readonly [Run, Run]> => {
    // The second is the oracle, mostly in a process of its own: it is asked first, and works while the other one does.
    const second = run[1](program)
    const first = await run[0](program)
    return [first, await second]
  }

  const one = async (index: number): Promise<boolean> => {
    const program = programAt(index)
    if (program === undefined) return false
    if (!terms.fits(program)) {
      notApplicable += 1
      return true
    }
    let both = await answers(program)
    // Seconds are the machine's: it may have slept, or been busy. What hangs does so again.
    if (both.some(isHang)) {
      const again = await answers(program)
      if (!again.some(isNotRun)) both = again
    }
    const notRun = both.find(isNotRun)
    if (notRun !== undefined) {
      broken ??= notRun.message
      return false
    }
    const difference = differenceOf(...both, terms)
    if (difference === undefined) return true
    const finding = { program, index, runs: both, difference }
    if (findings.length < greatestFindings) findings.push(finding)
    options.onFinding?.(finding)
    return true
  }

  /** Batch after batch; several work at once, so that neither side waits for the other. */
  const worker = async (): Promise<void> => {
    while (!over()) {
      const count = Math.min(batchSize, runs - begun)
      const from = begun
      begun += count
      const ran = await Promise.all(Array.from({ length: count }, (_, i) => one((from + i) * shard.of + shard.part)))
      done += ran.filter(Boolean).length
      options.onProgress?.(done)
      await turn()
      if (ran.includes(false)) return
    }
  }
  await Promise.all([worker(), worker(), worker()])
  return {
    programs: done - notApplicable, notApplicable, ...(broken === undefined ? {} : { broken }),
    findings: findings.toSorted((x, y) => x.index - y.index), seconds: (performance.now() - start) / 1000,
  }
}

function isHang(run: Run): boolean {
  return run.kind === 'faulted' && run.fault === 'hang'
}

function isNotRun(run: Run): run is Faulted {
  return run.kind === 'faulted' && run.fault === 'not-run'
}

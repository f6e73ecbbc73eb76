import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { fuzz, type DifferentialOptions, type DifferentialResult, type Finding } from '../suites/fuzz/differential.ts'
import { smallWorlds } from '../suites/fuzz/exhaustive.ts'
import type { ExitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** What a run on several threads is made of: all that a thread needs to know to do its part. */
export interface SharedRun extends Pick<DifferentialOptions, 'seed' | 'limits' | 'programs' | 'exact' | 'runs' | 'seconds' | 'shard'> {
  /** The adapters as `--adapter` and `--against` name them: each thread starts its own. */
  readonly names: readonly [string, string]
  /** All programs of up to so many steps, instead of those of the seed. */
  readonly exhaustive?: number
}

/** What a thread tells: the programs it has done so far with the findings since it told last, and at last its result, or why it has none. */
export type Told =
  | { readonly kind: 'progress', readonly done: number, readonly findings: number }
  | { readonly kind: 'result', readonly result: DifferentialResult }
  | { readonly kind: 'refused', readonly code: ExitCode, readonly message: string }
  | { readonly kind: 'failed', readonly error: unknown }

/** A run pays a thread's start, with adapters of its own, from so many programs on. */
const programsOfAWorker = 2000

/** How many threads serve a run best: as many as there are processors, unless it is short, or time is real and must not be taken from others. */
export function workersFor({ adapters, runs }: Pick<DifferentialOptions, 'adapters' | 'runs'>): number {
  if (adapters.some(({ clock }) => clock === 'real')) return 1
  return Math.max(1, Math.min(availableParallelism(), Math.floor((runs ?? Infinity) / programsOfAWorker)))
}

/** The part of a run that is the `index`-th of `count` threads'. */
export function partOf({ exhaustive, runs, shard: { part, of } = { part: 0, of: 1 }, ...rest }: Omit<SharedRun, 'names'>, index: number, count: number): Omit<DifferentialOptions, 'adapters'> {
  return {
    ...rest,
    shard: { part: part + of * index, of: of * count },
    ...(runs === undefined ? {} : { runs: Math.floor(runs / count) + (index < runs % count ? 1 : 0) }),
    ...(exhaustive === undefined ? {} : { worlds: smallWorlds(exhaustive) }),
  }
}

/** `fuzz`, on this thread with `adapters` and on `count - 1` others with their own. Rejects when one of them cannot start. */
export async function fuzzOnWorkers(run: SharedRun, count: number, { adapters, signal, onProgress, onFinding }: Pick<DifferentialOptions, 'adapters' | 'signal' | 'onProgress'> & { onFinding: (count: number) => void }): Promise<DifferentialResult> {
  const { names: _, ...shared } = run
  const done = Array.from({ length: count }, () => 0)
  const progress = (index: number) => (programs: number) => {
    done[index] = programs
    onProgress?.(done.reduce((sum, each) => sum + each, 0))
  }
  const failed = new AbortController()
  const stop = AbortSignal.any([failed.signal, ...(signal === undefined ? [] : [signal])])
  const parts = [
    fuzz({ ...partOf(shared, 0, count), adapters, signal: stop, onProgress: progress(0), onFinding: () => onFinding(1) }),
    ...Array.from({ length: count - 1 }, (_each, index) => onWorker(run, index + 1, count, stop, progress(index + 1), onFinding)),
  ]
  try {
    return merged(await Promise.all(parts))
  } catch (error) {
    failed.abort()
    await Promise.allSettled(parts)
    throw error
  }
}

async function onWorker(run: SharedRun, index: number, count: number, signal: AbortSignal, onProgress: (done: number) => void, onFinding: (count: number) => void): Promise<DifferentialResult> {
  const worker = workerThread({ run, index, count })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of worker_threads has no origin
  const stop = (): void => worker.postMessage('stop')
  signal.addEventListener('abort', stop)
  try {
    return await new Promise((resolve, reject) => {
      let programs = 0
      worker.on('message', (told: Told) => {
        switch (told.kind) {
          case 'result': return resolve(told.result)
          case 'refused': return reject(new UserError(told.code, `${told.message}\nThis was in a thread of --workers: with --workers 1 there is none.`))
          case 'failed': return reject(told.error)
          case 'progress':
            programs = told.done
            onProgress(told.done)
            if (told.findings > 0) onFinding(told.findings)
        }
      })
      // Whatever is ours is told: nobody but an adapter ends the thread.
      const ended = (how: string): void => resolve({
        programs, notApplicable: 0, findings: [], seconds: 0,
        broken: `adapter ${run.names.join(' or ')} ended a thread of --workers (${how}), and what was found there is lost; with --workers 1 there is none`,
      })
      worker.on('error', (error) => ended(error.message))
      worker.on('exit', (code) => ended(`exit code ${code}`))
    })
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** In a checkout the thread's code is TypeScript, which tsx loads. */
function workerThread(workerData: object): Worker {
  if (import.meta.url.endsWith('.js')) return new Worker(new URL('fuzz-worker.js', import.meta.url), { workerData })
  const here = JSON.stringify(import.meta.url)
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport('./fuzz-worker.ts', ${here}))`, { workerData, eval: true })
}

function merged(results: readonly DifferentialResult[]): DifferentialResult {
  const sum = (of: (result: DifferentialResult) => number): number => results.reduce((total, result) => total + of(result), 0)
  const broken = results.find((result) => result.broken !== undefined)?.broken
  const findings: readonly Finding[] = results.flatMap((result) => result.findings)
  return {
    programs: sum(({ programs }) => programs),
    notApplicable: sum(({ notApplicable }) => notApplicable),
    seconds: Math.max(...results.map(({ seconds }) => seconds)),
    findings: findings.toSorted((a, b) => a.index - b.index),
    ...(broken === undefined ? {} : { broken }),
  }
}

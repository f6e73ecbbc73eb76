import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Adapter, Limits, Run } from '../../adapters/adapter.ts'
import type { Trace } from '../../spec/trace.ts'
import { utf8Text } from '../../spec/utf8-text.ts'
import { guardedRun } from '../guarded-run.ts'
import { differenceOf, type Difference } from './difference.ts'

/** A program on which an implementation once went astray. */
export interface CorpusEntry {
  /** The name of its file, without `.json`. */
  readonly name: string
  readonly program: string
  /** What the oracle made of it. */
  readonly trace: Trace
  /** `'cpython-3.14.2'`. */
  readonly oracle: string
  /** The implementation that differed. */
  readonly found: string
  /** `seed:index` of the generated program that it was shrunk from, with the options that it was drawn with. */
  readonly seed: string
}

/** Reads a folder of findings, by name; none for a folder that is not there. Throws for a file that is none. */
export function readCorpus(folder: string): readonly CorpusEntry[] {
  return namesIn(folder).filter(name => name.endsWith('.json')).toSorted().map(file => {
    const path = join(folder, file)
    const value = jsonIn(path)
    if (!isFinding(value)) throw new Error(`${path} is no finding: it has program, trace, oracle, found and seed`)
    return { ...value, name: file.slice(0, -'.json'.length) }
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new Error(`cannot read ${folder}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(utf8Text(readFileSync(path)))
  } catch (error) {
    throw new Error(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Whether a value that was read is a finding, but for its name. */
export function isFinding(value: unknown): value is Omit<CorpusEntry, 'name'> {
  if (typeof value !== 'object' || value === null || !('program' in value) || typeof value.program !== 'string' || !('trace' in value)) return false
  const { trace } = value
  return typeof trace === 'object' && trace !== null && 'outcome' in trace && typeof trace.outcome === 'string' && 'lines' in trace && Array.isArray(trace.lines) && trace.lines.every(line => typeof line === 'string')
    && ['oracle', 'found', 'seed'].every(field => typeof Reflect.get(value, field) === 'string')
}

/** Writes a finding into a folder, which is made when it is not there. */
export function writeCorpus(folder: string, { name, ...entry }: CorpusEntry): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(entry, undefined, 2)}\n`)
}

/** A finding that an adapter still, or again, gets wrong. */
export interface Relapse {
  readonly entry: CorpusEntry
  readonly run: Run
  readonly difference: Difference
}

/** Runs the findings of a corpus on an adapter, and compares with what the oracle said. */
export async function replayCorpus(corpus: readonly CorpusEntry[], adapter: Adapter, limits: Limits): Promise<readonly Relapse[]> {
  const run = guardedRun(adapter, limits)
  const relapses = await Promise.all(corpus.map(async entry => {
    const answer = await run({ id: entry.name, source: entry.program })
    const difference = differenceOf(answer, { kind: 'finished', trace: entry.trace, milliseconds: 0 }, { times: adapter.clock === 'virtual' })
    return difference === undefined ? [] : [{ entry, run: answer, difference }]
  }))
  return relapses.flat()
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { utf8Text } from '../spec/utf8-text.ts'
import { isFinding, type CorpusEntry } from '../suites/fuzz/corpus.ts'
import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** What a fuzzing run, or several merged, came to: what `--out` writes. */
export interface FuzzResult {
  readonly adapter: string
  readonly against: string
  readonly seed: number
  readonly programs: number
  /** Programs that were not run, because an adapter lacks what they need. */
  readonly notApplicable: number
  readonly seconds: number
  /** How many programs differed; their kinds are shrunk, one program a kind. */
  readonly differing: number
  readonly findings: readonly (CorpusEntry & { readonly kind: string })[]
  /** Why an adapter ran no more programs, when that is so. */
  readonly broken?: string
}

/** Reads files that `--out` wrote and adds them up; findings of one kind count once. Throws `UserError`. */
export function mergeResults(files: readonly string[]): FuzzResult {
  const twice = files.find((file, index) => files.findIndex((other) => resolve(other) === resolve(file)) < index)
  if (twice !== undefined) throw new UserError(exitCode.badInput, `--merge: ${twice} is named twice`)
  const results = files.map(readResult)
  const [first] = results
  if (first === undefined) throw new UserError(exitCode.badInput, '--merge takes the files that --out wrote')
  const other = results.find(({ adapter, against, seed }) => adapter !== first.adapter || against !== first.against || seed !== first.seed)
  if (other !== undefined) throw new UserError(exitCode.badInput, `--merge: results of ${described(first)} and of ${described(other)} are not of one run`)
  const byKind = new Map(results.flatMap(({ findings }) => findings).toReversed().map((finding) => [finding.kind, finding]))
  const broken = results.find((result) => result.broken !== undefined)?.broken
  const sum = (of: (result: FuzzResult) => number): number => results.reduce((total, result) => total + of(result), 0)
  return { ...first, programs: sum(({ programs }) => programs), notApplicable: sum(({ notApplicable }) => notApplicable), seconds: Math.max(...results.map(({ seconds }) => seconds)), differing: sum(({ differing }) => differing), findings: [...byKind.values()], ...(broken === undefined ? {} : { broken }) }
}

function described({ adapter, against, seed }: FuzzResult): string {
  return `${adapter} against ${against}, seed ${seed}`
}

function readResult(file: string): FuzzResult {
  try {
    const value: unknown = JSON.parse(utf8Text(readFileSync(file)))
    if (isResult(value)) return value
  } catch (error) {
    throw new UserError(exitCode.badInput, `--merge: cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new UserError(exitCode.badInput, `--merge: ${file} is no result of fuzz --out`)
}

function isResult(value: unknown): value is FuzzResult {
  return typeof value === 'object' && value !== null && 'findings' in value && Array.isArray(value.findings) && value.findings.every(isNamedFinding)
    && ['adapter', 'against'].every((field) => typeof Reflect.get(value, field) === 'string')
    && ['seed', 'programs', 'notApplicable', 'seconds', 'differing'].every((field) => isAmount(Reflect.get(value, field)))
    && ['undefined', 'string'].includes(typeof Reflect.get(value, 'broken'))
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0
}

function isNamedFinding(value: unknown): boolean {
  return isFinding(value) && ['name', 'kind'].every((field) => typeof Reflect.get(value, field) === 'string')
}

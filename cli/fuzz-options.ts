import { randomInt } from 'node:crypto'
import { levels } from '../spec/level.ts'
import { focuses, greatestSize, versions } from '../suites/fuzz/program-options.ts'
import { exitCode } from './exit-code.ts'
import { constructNames } from './fuzz-constructs.ts'
import { openCorpus } from './fuzz-corpus.ts'
import { refuseContradiction } from './fuzz-together.ts'
import { limitOptions, limitsFrom } from './limits.ts'
import { count, oneOf, parseOptions, positive, refuseExtra } from './parse-options.ts'
import { assertWritable } from './report-file.ts'
import { UserError } from './user-error.ts'

const options = {
  'adapter': { type: 'string' },
  'against': { type: 'string' },
  'runs': { type: 'string' },
  'time': { type: 'string' },
  'seed': { type: 'string' },
  'focus': { type: 'string' },
  'size': { type: 'string' },
  'version': { type: 'string' },
  'without': { type: 'string', multiple: true },
  'level': { type: 'string' },
  'replay': { type: 'string' },
  'corpus': { type: 'string' },
  'shard': { type: 'string' },
  'workers': { type: 'string' },
  'merge': { type: 'boolean' },
  'out': { type: 'string' },
  'show': { type: 'string' },
  'exhaustive': { type: 'string' },
  'laws': { type: 'boolean' },
  'constructs': { type: 'boolean' },
  ...limitOptions,
} as const

/** More threads than any machine has use for. */
const greatestWorkers = 256

/** What is asked of `fuzz`. */
export type AskedOfFuzz = ReturnType<typeof askedOfFuzz>

/** What the words ask of `fuzz`, all of it checked before anything starts. Throws `UserError`. */
export function askedOfFuzz(words: readonly string[]) {
  const { values, positionals } = parseOptions('fuzz', words, options)
  if (!values.merge) refuseExtra('fuzz', positionals)
  else if (positionals.length === 0) throw new UserError(exitCode.badInput, '--merge takes the files that --out wrote')
  refuseContradiction(Object.keys(values))
  const replay = values.replay === undefined ? undefined : programNumber(values.replay)
  if (values.out !== undefined) assertWritable('--out', values.out)
  const bounded = values.runs !== undefined || values.time !== undefined
  return {
    adapter: values.adapter ?? 'reference',
    against: values.against,
    runs: values.runs === undefined ? (bounded || values.laws ? undefined : 10_000) : count('--runs', values.runs),
    seconds: values.time === undefined ? undefined : duration(values.time),
    seed: replay?.seed ?? (values.seed === undefined ? randomInt(1, 1_000_000) : count('--seed', values.seed)),
    replay: replay?.index,
    focus: oneOf('--focus', values.focus ?? 'all', focuses),
    size: values.size === undefined ? undefined : atMost(greatestSize, '--size', values.size),
    version: values.version === undefined ? undefined : oneOf('--version', values.version, versions),
    without: constructNames(values.without ?? []),
    level: values.level === undefined ? undefined : oneOf('--level', values.level, levels),
    corpus: values.corpus === undefined ? undefined : openCorpus(values.corpus),
    workers: values.workers === undefined ? undefined : atMost(greatestWorkers, '--workers', values.workers),
    shard: values.shard === undefined ? undefined : shardOf(values.shard),
    merge: values.merge === true ? positionals : undefined,
    out: values.out,
    show: count('--show', values.show ?? '5'),
    exhaustive: values.exhaustive === undefined ? undefined : count('--exhaustive', values.exhaustive),
    laws: values.laws === true,
    constructs: values.constructs === true,
    limits: limitsFrom({ 'limit-steps': '10000', 'limit-output': '200000', ...values }),
  }
}

function atMost(greatest: number, option: string, value: string): number {
  const number = count(option, value)
  if (number > greatest) throw new UserError(exitCode.badInput, `${option} takes at most ${greatest}, not ${value}`)
  return number
}

/** `60`, `60s`, `5m`, `1h` in seconds. */
function duration(value: string): number {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)([smh])?$/.exec(value) ?? []
  if (number === undefined) throw new UserError(exitCode.badInput, `--time takes seconds, or 60s, 5m, 1h, not ${JSON.stringify(value)}`)
  return positive('--time', number) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1)
}

/** `7:123`, program 123 of seed 7. */
function programNumber(value: string): { readonly seed: number; readonly index: number } {
  const [, seed, index] = /^(\d+):(\d+)$/.exec(value) ?? []
  if (![seed, index].every((number) => Number.isSafeInteger(Number(number)))) throw new UserError(exitCode.badInput, `--replay takes SEED:NUMBER, as the report names it, not ${JSON.stringify(value)}`)
  return { seed: Number(seed), index: Number(index) }
}

/** `2/8`, the second of eight parts. */
function shardOf(value: string): { readonly part: number; readonly of: number } {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(value) ?? []
  if (!Number.isSafeInteger(Number(of)) || Number(part) < 1 || Number(part) > Number(of)) {
    throw new UserError(exitCode.badInput, `--shard takes I/N, from 1/N to N/N, not ${JSON.stringify(value)}`)
  }
  return { part: Number(part) - 1, of: Number(of) }
}

import { randomInt } from 'node:crypto'
import { levels } from '../spec/level.ts'
import { focuses, type Focus } from '../suites/fuzz/program-options.ts'
import { exitCode } from './exit-code.ts'
import { limitOptions, limitsFrom } from './limits.ts'
import { oneOf, parseOptions, positive, refuseExtra } from './parse-options.ts'
import { assertWritable } from './report-file.ts'
import { UserError } from './user-error.ts'

const options = {
  'adapter': { type: 'string', default: 'reference' },
  'against': { type: 'string' },
  'runs': { type: 'string' },
  'time': { type: 'string' },
  'seed': { type: 'string' },
  'focus': { type: 'string', default: 'all' },
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
  'show': { type: 'string', default: '5' },
  'exhaustive': { type: 'string' },
  'laws': { type: 'boolean' },
  ...limitOptions,
} as const

const versions = ['3.12', '3.13', '3.14'] as const

/** What is asked of `fuzz`. */
export type AskedOfFuzz = ReturnType<typeof askedOfFuzz>

/** What the words ask of `fuzz`, all of it checked before anything starts. Throws `UserError`. */
export function askedOfFuzz(words: readonly string[]) {
  const { values, positionals } = parseOptions('fuzz', words, options)
  if (!values.merge) refuseExtra('fuzz', positionals)
  else if (positionals.length === 0) throw new UserError(exitCode.badInput, '--merge takes the files that --out wrote')
  const replay = values.replay === undefined ? undefined : programNumber(values.replay)
  const focus: Focus = oneOf('--focus', values.focus, focuses)
  if (values.out !== undefined) assertWritable('--out', values.out)
  const bounded = values.runs !== undefined || values.time !== undefined
  return {
    adapter: values.adapter,
    against: values.against,
    runs: values.runs === undefined ? (bounded || values.laws ? undefined : 10_000) : whole('--runs', values.runs),
    seconds: values.time === undefined ? undefined : duration(values.time),
    seed: replay?.seed ?? (values.seed === undefined ? randomInt(1, 1_000_000) : whole('--seed', values.seed)),
    replay: replay?.index,
    focus,
    size: values.size === undefined ? undefined : whole('--size', values.size),
    version: values.version === undefined ? undefined : oneOf('--version', values.version, versions),
    without: (values.without ?? []).flatMap((value) => value.split(',')),
    level: values.level === undefined ? undefined : oneOf('--level', values.level, levels),
    corpus: values.corpus,
    workers: values.workers === undefined ? undefined : whole('--workers', values.workers),
    shard: values.shard === undefined ? undefined : shardOf(values.shard),
    merge: values.merge === true ? positionals : undefined,
    out: values.out,
    show: whole('--show', values.show),
    exhaustive: values.exhaustive === undefined ? undefined : whole('--exhaustive', values.exhaustive),
    laws: values.laws === true,
    limits: limitsFrom({ 'limit-steps': '10000', 'limit-output': '200000', ...values }),
  }
}

function whole(option: string, value: string): number {
  const number = positive(option, value)
  if (!Number.isSafeInteger(number)) throw new UserError(exitCode.badInput, `${option} takes a whole number, not ${JSON.stringify(value)}`)
  return number
}

/** `60`, `60s`, `5m`, `1h` in seconds. */
function duration(value: string): number {
  const [, number, unit = 's'] = /^([\d.]+)([smh])?$/.exec(value) ?? []
  if (number === undefined) throw new UserError(exitCode.badInput, `--time takes seconds, or 60s, 5m, 1h, not ${JSON.stringify(value)}`)
  return positive('--time', number) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1)
}

/** `7:123`, program 123 of seed 7. */
function programNumber(value: string): { readonly seed: number; readonly index: number } {
  const [, seed, index] = /^(\d+):(\d+)$/.exec(value) ?? []
  if (seed === undefined || index === undefined) throw new UserError(exitCode.badInput, `--replay takes SEED:NUMBER, as the report names it, not ${JSON.stringify(value)}`)
  return { seed: Number(seed), index: Number(index) }
}

/** `2/8`, the second of eight parts. */
function shardOf(value: string): { readonly part: number; readonly of: number } {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(value) ?? []
  if (part === undefined || of === undefined || Number(part) < 1 || Number(part) > Number(of)) {
    throw new UserError(exitCode.badInput, `--shard takes I/N, from 1/N to N/N, not ${JSON.stringify(value)}`)
  }
  return { part: Number(part) - 1, of: Number(of) }
}

import { resolve } from 'node:path'
import { levels } from '../spec/level.ts'
import { adapterNames } from './adapter-names.ts'
import { clocks } from './clocks.ts'
import { exitCode } from './exit-code.ts'
import { limitOptions, limitsFrom } from './limits.ts'
import { namesGiven } from './names-given.ts'
import { oneOf, parseOptions, refuseExtra } from './parse-options.ts'
import { readBaseline } from './read-baseline.ts'
import { assertWritable } from './report-file.ts'
import { UserError } from './user-error.ts'

const options = {
  'adapter': { type: 'string', multiple: true },
  'rule': { type: 'string', multiple: true },
  'level': { type: 'string' },
  'clock': { type: 'string' },
  'reporter': { type: 'string', default: 'tty' },
  'out': { type: 'string' },
  'baseline': { type: 'string' },
  'write-baseline': { type: 'string' },
  'oracle': { type: 'string' },
  ...limitOptions,
} as const

/** What is asked of `run`. */
export type Asked = ReturnType<typeof askedFor>

/** What the words ask of `run`, all of it checked before anything starts. Throws `UserError`. */
export function askedFor(words: readonly string[]) {
  const { values, positionals } = parseOptions('run', words, options)
  refuseExtra('run', positionals)
  const names = adapterNames(values.adapter)
  const writeBaseline = values['write-baseline']
  if (writeBaseline !== undefined && names.length > 1) throw new UserError(exitCode.badInput, '--write-baseline takes one adapter: a baseline is of one implementation')
  const asked = {
    names,
    globs: namesGiven('--rule', values.rule),
    level: values.level === undefined ? undefined : oneOf('--level', values.level, levels),
    clock: values.clock === undefined ? undefined : oneOf('--clock', values.clock, clocks),
    reporter: oneOf('--reporter', values.reporter, ['tty', 'json', 'junit']),
    limits: limitsFrom(values),
    baseline: values.baseline === undefined ? undefined : readBaseline(values.baseline),
    oracle: values.oracle,
    out: values.out,
    writeBaseline,
  }
  for (const [option, file] of [['--baseline', values.baseline], ['--write-baseline', writeBaseline]] as const) {
    if (asked.out === undefined || file === undefined || resolve(asked.out) !== resolve(file)) continue
    throw new UserError(exitCode.badInput, `--out and ${option} name the same file, ${file}: the report would take the place of the baseline`)
  }
  if (asked.out !== undefined) assertWritable('--out', asked.out)
  if (writeBaseline !== undefined) assertWritable('--write-baseline', writeBaseline)
  return asked
}

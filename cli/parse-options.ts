import { parseArgs, type ParseArgsConfig } from 'node:util'
import { exitCode } from './exit-code.ts'
import { didYouMean } from './nearest.ts'
import { UserError } from './user-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>

/** `parseArgs`, strict, whose errors are one sentence that names the option and the way out. */
export function parseOptions<const O extends Options>(command: string, words: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: joined(words, options), options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UserError(exitCode.badInput, `${reason(error, options)}\nUsage: asyncio-conformance ${command} --help`)
  }
}

/** `--seed -1` as `--seed=-1`: no option is a number, so what it stands behind says what it takes. */
function joined(words: readonly string[], options: Options): string[] {
  const end = words.includes('--') ? words.indexOf('--') : words.length
  const takesNumber = (index: number): boolean => index < end && options[words[index]?.slice(2) ?? '']?.type === 'string' && /^-\d/.test(words[index + 1] ?? '')
  return words.flatMap((word, index) => (takesNumber(index) ? [`${word}=${words[index + 1]}`] : index > 0 && takesNumber(index - 1) ? [] : [word]))
}

function reason(error: unknown, options: Options): string {
  const message = error instanceof Error ? error.message : String(error)
  const bare = /^Option '(--[\w-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(message)?.[1]
  if (bare !== undefined) return `${bare} takes a value`
  const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1]
  if (unknown === undefined) return message.split('\n')[0] ?? message
  return `unknown option ${unknown}${didYouMean(unknown, Object.keys(options).map((name) => `--${name}`), 1)}`
}

/** Refuses words that a command without positionals does not take. */
export function refuseExtra(command: string, extra: readonly string[]): void {
  if (extra.length === 0) return
  throw new UserError(exitCode.badInput, `${command} takes no ${JSON.stringify(extra[0])}\nUsage: asyncio-conformance ${command} --help`)
}

/** The value of an option that takes one of a few words; throws `UserError` with the words for any other. */
export function oneOf<const W extends string>(option: string, value: string, words: readonly W[]): W {
  const found = words.find((word) => word === value)
  if (found === undefined) throw new UserError(exitCode.badInput, `${option} is one of ${words.join(', ')}, not ${JSON.stringify(value)}`)
  return found
}

/** The value of an option that takes a positive number. */
export function positive(option: string, value: string): number {
  const number = Number(value)
  if (!(number > 0) || !Number.isFinite(number)) throw new UserError(exitCode.badInput, `${option} takes a number above 0, not ${JSON.stringify(value)}`)
  return number
}

/** The value of an option that takes a positive whole number. */
export function count(option: string, value: string): number {
  const number = Number(value)
  if (!(number > 0) || !Number.isSafeInteger(number)) throw new UserError(exitCode.badInput, `${option} takes a whole number above 0, not ${JSON.stringify(value)}`)
  return number
}

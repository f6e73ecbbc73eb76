import { allConstructs } from '../suites/fuzz/constructs/all-constructs.ts'
import { exitCode } from './exit-code.ts'
import { didYouMean } from './nearest.ts'
import { UserError } from './user-error.ts'

/** The names of constructs in the values of `--without`. Throws `UserError` for one that is none. */
export function constructNames(values: readonly string[]): readonly string[] {
  const names = values.flatMap((value) => value.split(','))
  const known = allConstructs.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  throw new UserError(exitCode.badInput, `--without: no construct ${unknown || '""'}${unknown === '' ? '' : didYouMean(unknown, known)}\nasyncio-conformance fuzz --constructs lists them.`)
}

/** All names of constructs, each with the areas that it belongs to. */
export function constructList(): string {
  const width = Math.max(...allConstructs.map(({ name }) => name.length))
  return allConstructs.map(({ name, focus }) => `${`${name.padEnd(width)}  ${focus.join(', ')}`.trimEnd()}\n`).join('')
}

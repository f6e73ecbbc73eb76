import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** The names of `--adapter A --adapter B,C`, each once, in order; `reference` when none was given. */
export function adapterNames(given: readonly string[] | undefined): readonly [string, ...string[]] {
  const names = [...new Set((given ?? []).flatMap((value) => value.split(',')).map((name) => name.trim()))]
  const [first = 'reference', ...rest] = names
  if (names.includes('')) throw new UserError(exitCode.badInput, '--adapter takes a name, not an empty text')
  return [first, ...rest]
}

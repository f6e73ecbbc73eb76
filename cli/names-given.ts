import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** The names of `--option A --option B,C`, each once, in order. Throws `UserError` for an empty one. */
export function namesGiven(option: string, given: readonly string[] | undefined): readonly string[] {
  const names = [...new Set((given ?? []).flatMap((value) => value.split(',')).map((name) => name.trim()))]
  if (names.includes('')) throw new UserError(exitCode.badInput, `${option} takes a name, not an empty text`)
  return names
}

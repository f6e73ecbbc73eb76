import type { Spec } from '../spec/chapter.ts'
import { loadSpec } from '../spec/load-spec.ts'
import { SpecError } from '../spec/spec-error.ts'
import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** Problems that are shown; the others are counted. */
const shown = 10

/** The specification; throws `UserError` with file and line of what is wrong with it. */
export function readSpec(): Spec {
  try {
    return loadSpec()
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    const lines = error.message.split('\n')
    const more = lines.length > shown ? `\n… and ${lines.length - shown} more` : ''
    throw new UserError(exitCode.badInput, `the specification cannot be read:\n${lines.slice(0, shown).join('\n')}${more}`)
  }
}

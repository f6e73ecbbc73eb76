import type { Spec } from '../spec/chapter.ts'
import { loadSpec } from '../spec/load-spec.ts'
import { SpecError } from '../spec/spec-error.ts'
import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** The specification; throws `UserError` with file and line of what is wrong with it. */
export function readSpec(): Spec {
  try {
    return loadSpec()
  } catch (error) {
    if (error instanceof SpecError) throw new UserError(exitCode.badInput, `the specification cannot be read:\n${error.message}`)
    throw error
  }
}

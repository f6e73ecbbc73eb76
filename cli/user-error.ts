import type { ExitCode } from './exit-code.ts'

/** Something the user can mend: `main` prints the message without a stack trace and exits with `code`. */
export class UserError extends Error {
  readonly code: ExitCode
  constructor(code: ExitCode, message: string) {
    super(message)
    this.name = 'UserError'
    this.code = code
  }
}

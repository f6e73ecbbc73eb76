/**
 * What the command's exit says. `internalBug` is `EX_SOFTWARE` of sysexits.h: nothing the user did.
 *
 * When several hold, the greatest below `internalBug` wins: bad input hides differences, a missing adapter hides both.
 */
export const exitCode = { asExpected: 0, failed: 1, badInput: 2, noAdapter: 3, internalBug: 70 } as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** The one of two exit codes that is said. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b
}

import type { ExitCode } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/** One subcommand: its file exports this as `command`. */
export interface Command {
  /** What `--help` prints: usage, options, examples. */
  readonly help: string
  /** Runs with the words after the subcommand's name, `--help` already answered. Throws `UserError`. */
  run(words: readonly string[], terminal: Terminal): Promise<ExitCode>
}

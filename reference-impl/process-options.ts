/** What stands for a pipe, for the same as stdout, for `/dev/null`. */
export const PIPE = -1
export const STDOUT = -2
export const DEVNULL = -3

/** How a process is started: its three streams (`null`: ours; a file descriptor), environment, folder, session. */
export interface ProcessOptions {
  readonly stdin?: number | null
  readonly stdout?: number | null
  readonly stderr?: number | null
  readonly env?: ReadonlyMap<string, string> | null
  readonly cwd?: string | null
  /** Whether it is the first of a session of its own; signals of our terminal do not reach it then. */
  readonly startNewSession?: boolean
  /** What runs instead of the first word, which the program sees as its name all the same; the shell of a command. */
  readonly executable?: string | null
  /** A process speaks in bytes, its pipes have no buffer: only `false`, 0 and `null` are taken. */
  readonly text?: boolean | null
  readonly encoding?: string | null
  readonly errors?: string | null
  readonly universalNewlines?: boolean
  readonly bufsize?: number
  /** What the function's name says. */
  readonly shell?: boolean
}

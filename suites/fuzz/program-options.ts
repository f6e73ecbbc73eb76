/** What a generated program may be made to be about; `all` is the default mixture. */
export const focuses = ['all', 'tasks', 'cancellation', 'groups', 'timeouts', 'gather', 'wait', 'shield', 'as-completed', 'primitives', 'queues', 'generators', 'callbacks', 'futures', 'exceptions', 'context', 'eager', 'coroutines', 'executors', 'streams', 'runners', 'debug', 'inspection', 'misuse'] as const

export type Focus = (typeof focuses)[number]

/** The versions of asyncio that programs can be for. */
export const versions = ['3.12', '3.13', '3.14'] as const

/** Statements that a program may be asked to have. */
export const greatestSize = 1000

/** Which programs are generated. */
export interface ProgramOptions {
  /** Statements of a program, about; from a third of it to twice as many. 30 by default. */
  readonly size?: number
  /** Constructs of this area are ten times as frequent. */
  readonly focus?: Focus
  /** The oldest asyncio on which the programs are to mean the same: what is newer, or was changed since, is left out. 3.14 by default. */
  readonly version?: (typeof versions)[number]
  /** Constructs to leave out, by name. */
  readonly without?: readonly string[]
}

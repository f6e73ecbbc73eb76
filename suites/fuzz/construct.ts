import type { Focus } from './program-options.ts'
import type { Statement } from './python-tree.ts'
import type { Writer } from './writer.ts'

/** One thing that a generated program may do: a statement or a few that belong together. */
export interface Construct {
  /** Lowercase words joined by `-`. */
  readonly name: string
  readonly focus: readonly Focus[]
  /** How frequent it is in the default mixture, 10 being usual. */
  readonly weight: number
  /** Where it may stand: in coroutines, in plain functions too, or only in `main`. */
  readonly where: 'coroutine' | 'anywhere'
  /** The first version on which it means what it means on 3.14. */
  readonly since?: '3.13' | '3.14'
  /** Its statements; undefined when it does not fit where the writer stands. */
  write(w: Writer): Statement[] | undefined
}

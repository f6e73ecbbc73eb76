import type { GeneratedProgram } from '../generate.ts'
import type { Finished } from '../../../adapters/adapter.ts'
import type { Random } from '../random.ts'

/** What holds for every program, whatever its order: a law needs no oracle. */
export interface Law {
  readonly name: string
  /** What must hold, in one sentence. */
  readonly says: string
  /** Draws a program whose trace shows whether the law holds. */
  readonly program: (id: string, random: Random) => GeneratedProgram
  /** What breaks the law in a run of such a program, in words; undefined when nothing does. */
  readonly broken: (run: Finished, program: GeneratedProgram) => string | undefined
}

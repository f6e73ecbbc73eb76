import type { Capability } from '../../../adapters/adapter.ts'
import type { Trace } from '../../../spec/trace.ts'
import type { LawDraw } from './law-draw.ts'
import type { Remark } from './remark.ts'

/**
 * What holds for every program and in every order, so that no oracle is needed.
 *
 * A law draws programs of its own, which remark on what they do (`remark.ts`), and reads the remarks.
 */
export interface Law {
  /** Lowercase words joined by `-`. */
  readonly name: string
  /** What holds, as a sentence without its full stop. */
  readonly says: string
  readonly needs?: readonly Capability[]
  /** Its programs may end in any way, also in a deadlock, for which only a virtual clock has an end; otherwise they return None. */
  readonly endsAnyhow?: true
  /** Draws a program of about `draw.size` statements that comes to its end wherever the law holds. */
  readonly program: (draw: LawDraw) => string
  /** What breaks the law, in words; undefined when nothing does. */
  readonly broken: (remarks: readonly Remark[], trace: Trace) => string | undefined
}

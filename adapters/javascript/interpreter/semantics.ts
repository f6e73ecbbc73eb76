import type { Expression, Statement } from '../compiler/parse.ts'
import type { Completion } from './completion.ts'
import type { Frame } from './frame.ts'
import type { Steps } from './steps.ts'

/** What expressions and statements do, which need each other. */
export interface Semantics {
  readonly evaluate: (f: Frame, node: Expression) => unknown
  readonly value: (f: Frame, node: Expression) => Steps<unknown>
  readonly run: (f: Frame, nodes: readonly Statement[]) => Completion
  readonly step: (f: Frame, nodes: readonly Statement[]) => Steps<Completion>
}

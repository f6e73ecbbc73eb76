import type { Expression, FunctionNode, Of } from './parse.ts'

/** A class of the program. */
export interface ClassInfo {
  readonly node: Of<'ClassDef'>
  readonly name: string
  readonly methods: ReadonlyMap<string, FunctionNode>
  /** Names given a value in the class body. */
  readonly attributes: ReadonlySet<string>
  readonly bases: readonly Expression[]
}

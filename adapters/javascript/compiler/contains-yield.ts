import { containsOutsideFunctions } from './children.ts'
import type { FunctionNode, Node } from './parse.ts'

/** Whether a function is a generator. */
export function containsYield(node: FunctionNode): boolean {
  return node.body.some((statement) => !isDefinition(statement) && containsOutsideFunctions(statement, isYield))
}

function isDefinition({ nodeType }: Node): boolean {
  return nodeType === 'FunctionDef' || nodeType === 'AsyncFunctionDef' || nodeType === 'ClassDef'
}

function isYield({ nodeType }: Node): boolean {
  return nodeType === 'Yield' || nodeType === 'YieldFrom'
}

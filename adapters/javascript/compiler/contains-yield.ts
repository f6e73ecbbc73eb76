import { containsOutsideFunctions, type FunctionNode, type Of } from './parse.ts'

/** Whether a function is a generator. */
export function containsYield(node: FunctionNode | Of<'Lambda'>): boolean {
  const known = yields.get(node)
  if (known !== undefined) return known
  const found = node.nodeType !== 'Lambda' && node.body.some((statement) => isYield(statement) || (statement.nodeType !== 'FunctionDef' && statement.nodeType !== 'AsyncFunctionDef' && statement.nodeType !== 'ClassDef' && containsOutsideFunctions(statement, isYield)))
  yields.set(node, found)
  return found
}

const yields = new WeakMap<object, boolean>()

function isYield(node: { readonly nodeType: string }): boolean {
  return node.nodeType === 'Yield' || node.nodeType === 'YieldFrom'
}

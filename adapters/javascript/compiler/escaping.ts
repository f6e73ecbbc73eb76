import { parametersOf } from './arguments.ts'
import type { Compilation } from './compilation.ts'
import { children, type FunctionNode, type Node, type Of } from './parse.ts'

/** A function of the program that is somewhere a value, so that a call through a variable may be one of it. */
export interface Escaping {
  readonly node: FunctionNode | Of<'Lambda'>
  /** Parameters that the caller does not give: `self`. */
  readonly skip: number
}

/** The functions, lambdas and methods of a program that are used otherwise than by calling them by name. */
export function escapingFunctions(c: Compilation, module: Of<'Module'>): Escaping[] {
  const found: Escaping[] = []
  const taken = new Set<string>()
  const visit = (node: Node, parent: Node | undefined): void => {
    if (node.nodeType === 'Lambda') found.push({ node, skip: 0 })
    if ((node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef') && parent?.nodeType !== 'ClassDef' && isTaken(c, node)) found.push({ node, skip: 0 })
    if (node.nodeType === 'Attribute' && (parent?.nodeType !== 'Call' || parent.func !== node)) taken.add(node.attr)
    for (const child of children(node)) visit(child, node)
  }
  visit(module, undefined)
  for (const [name, methods] of c.methods) {
    if (!taken.has(name) || c.properties.has(name)) continue
    for (const node of methods) found.push({ node, skip: node.decorator_list.some((each) => each.nodeType === 'Name' && each.id === 'staticmethod') ? 0 : 1 })
  }
  return found
}

function isTaken(c: Compilation, node: FunctionNode): boolean {
  const binding = c.analysis.scopes.get(node)?.parent?.lookup(node.name)
  return node.decorator_list.length > 0 || binding === undefined || binding.sites.length > 1 || binding.loads.some((load) => !c.analysis.calls.has(load))
}

/** Those of them that do not take so many arguments by position. */
export function misfits(functions: readonly Escaping[], given: number): Escaping[] {
  return functions.filter(({ node, skip }) => {
    const { positional, required, requiredOptions, rest } = parametersOf(node, skip)
    return given < required || (!rest && given > positional.length) || requiredOptions.length > 0
  })
}

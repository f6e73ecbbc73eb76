import { parametersOf } from './arguments.ts'
import type { Compilation } from './compilation.ts'
import type { FunctionNode, Of } from './parse.ts'

/** A function of the program that is somewhere a value, so that a call through a variable may be one of it. */
export interface Escaping {
  readonly node: FunctionNode | Of<'Lambda'>
  /** Parameters that the caller does not give: `self`. */
  readonly skip: number
}

/** The functions, lambdas and methods of a program that are used otherwise than by calling them by name. */
export function escapingFunctions(c: Compilation): readonly Escaping[] {
  const found: Escaping[] = c.facts.lambdas.map((node) => ({ node, skip: 0 }))
  for (const [node, { isMethod }] of c.facts.functions) if (!isMethod && isTaken(c, node)) found.push({ node, skip: 0 })
  for (const [name, methods] of c.methods) {
    if (c.facts.taken.has(name) && !c.properties.has(name)) found.push(...methods.map((node) => ({ node, skip: isStatic(node) ? 0 : 1 })))
  }
  return found
}

function isStatic(node: FunctionNode): boolean {
  return node.decorator_list.some((each) => each.nodeType === 'Name' && each.id === 'staticmethod')
}

function isTaken(c: Compilation, node: FunctionNode): boolean {
  const binding = c.analysis.scopes.get(node)?.parent?.lookup(node.name)
  return node.decorator_list.length > 0 || binding === undefined || binding.sites.length > 1 || binding.loads.some(({ call }) => call === undefined)
}

/** Those of them that do not take so many arguments by position. */
export function misfits(functions: readonly Escaping[], given: number): Escaping[] {
  return functions.filter(({ node, skip }) => {
    const { positional, required, requiredOptions, rest } = parametersOf(node, skip)
    return given < required || (!rest && given > positional.length) || requiredOptions.length > 0
  })
}

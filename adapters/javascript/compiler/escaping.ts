import { parametersOf } from './arguments.ts'
import type { Compilation } from './compilation.ts'
import type { FunctionNode, Node, Of } from './parse.ts'

/** A function of the program that is somewhere a value, so that a call through a variable may be one of it. */
export interface Escaping {
  readonly node: FunctionNode | Of<'Lambda'>
  /** Parameters that the caller does not give: `self`. */
  readonly skip: number
}

/** Finds the functions, lambdas and methods of a program that are used otherwise than by calling them by name. */
export class EscapingFunctions {
  readonly #found: Escaping[] = []
  readonly #taken = new Set<string>()

  /** Looks at one node of the program; every node is to be shown. */
  visit(c: Compilation, node: Node, parent: Node | undefined): void {
    switch (node.nodeType) {
      case 'Lambda':
        this.#found.push({ node, skip: 0 })
        return
      case 'FunctionDef': case 'AsyncFunctionDef':
        if (parent?.nodeType !== 'ClassDef' && isTaken(c, node)) this.#found.push({ node, skip: 0 })
        return
      case 'Attribute':
        if (parent?.nodeType !== 'Call' || parent.func !== node) this.#taken.add(node.attr)
        return
      default:
    }
  }

  all(c: Compilation): Escaping[] {
    const methods = [...c.methods].filter(([name]) => this.#taken.has(name) && !c.properties.has(name)).flatMap(([, each]) => each)
    return [...this.#found, ...methods.map((node) => ({ node, skip: isStatic(node) ? 0 : 1 }))]
  }
}

function isStatic(node: FunctionNode): boolean {
  return node.decorator_list.some((each) => each.nodeType === 'Name' && each.id === 'staticmethod')
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

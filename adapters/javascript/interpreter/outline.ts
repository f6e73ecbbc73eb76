import { parametersOf, type Parameters } from '../compiler/arguments.ts'
import type { ComprehensionNode, FunctionNode, Node, Of } from '../compiler/parse.ts'

/** What opens a scope of its own. */
export type ScopeNode = Of<'Module'> | FunctionNode | Of<'Lambda'> | ComprehensionNode

/** The variables of a scope, and whether it is a generator's. */
export interface ScopeOutline {
  readonly locals: Set<string>
  /** Names that `global` gives to the module. */
  globals: ReadonlySet<string>
  yields: boolean
  /** Whether it is part of the function that it stands in: that of a comprehension that is no generator. */
  readonly isInlined: boolean
}

const none: ReadonlySet<string> = new Set()

/** What is known of a program before it runs, from one look at each of its nodes (`read-outline.ts`). */
export class Outline {
  readonly #scopes = new Map<Node, ScopeOutline>()
  readonly #parameters = new Map<Node, Parameters>()
  /** Nodes within which a coroutine or generator may be suspended. */
  readonly suspending = new Set<Node>()
  /** Whether the program makes its tasks itself. */
  makesTasks = false
  /** Whether it looks at what an exception was raised from or while handling. */
  chains = false
  /** Whether it looks at the functions that are under way. */
  graphs = false
  /** Whether there is something in it that is not interpreted: it is compiled. */
  isBeyond = false

  /** A new scope. */
  open(node: ScopeNode): ScopeOutline {
    const scope: ScopeOutline = { locals: new Set(), globals: none, yields: false, isInlined: node.nodeType === 'ListComp' || node.nodeType === 'SetComp' || node.nodeType === 'DictComp' }
    this.#scopes.set(node, scope)
    return scope
  }

  scope(node: ScopeNode): ScopeOutline {
    const scope = this.#scopes.get(node)
    if (scope === undefined) throw new Error(`no scope for ${node.nodeType}`)
    return scope
  }

  /** Forgets the tree. */
  clear(): void {
    this.#scopes.clear()
    this.#parameters.clear()
    this.suspending.clear()
  }

  /** What a function takes; a method without its object. */
  parameters(node: FunctionNode | Of<'Lambda'>, skip: number): Parameters {
    let parameters = this.#parameters.get(node)
    if (parameters === undefined) this.#parameters.set(node, (parameters = parametersOf(node, skip)))
    return parameters
  }
}

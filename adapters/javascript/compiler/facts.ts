import { someChild } from './children.ts'
import type { Expression, FunctionNode, Node, Of } from './parse.ts'

/** What stands in a function, not in the functions and classes inside it. */
export interface FunctionFacts {
  readonly isMethod: boolean
  yields: boolean
  readonly returns: Of<'Return'>[]
}

/** What one look at every node of a program tells, whatever its names mean. */
export class Facts {
  readonly classes: Of<'ClassDef'>[] = []
  readonly functions = new Map<FunctionNode, FunctionFacts>()
  readonly lambdas: Of<'Lambda'>[] = []
  /** Calls that are awaited where they stand. */
  readonly awaited = new Set<Node>()
  /** Calls whose value nobody sees: statements, and what a lambda does. */
  readonly valueless = new Set<Node>()
  /** What calls pass on as `*args`, and as `**kwargs`. */
  readonly spread = new Set<Node>()
  readonly unpacked = new Set<Node>()
  /** Attributes that are read otherwise than to call them. */
  readonly taken = new Set<string>()
  /** Names and dotted names where a value is wanted: they are not called, raised, caught or inherited from. */
  readonly values: (Of<'Name'> | Of<'Attribute'>)[] = []
  /** Whether the program sets a task factory. */
  makesTasks = false
  /** All names that the program reads, attributes and imports included. */
  readonly spoken: string
  readonly #words = new Set<string>()
  #inside: FunctionFacts | undefined

  constructor(module: Of<'Module'>) {
    someChild(module, this.#visit)
    this.spoken = [...this.#words].join(' ')
  }

  /** Goes on to the end: gives false. */
  readonly #visit = (node: Node, parent: Node): boolean => {
    switch (node.nodeType) {
      case 'Constant': return false
      case 'Name':
        this.#words.add(node.id)
        if (node.ctx.nodeType === 'Load' && isValue(node, parent)) this.values.push(node)
        return false
      case 'Attribute':
        this.#words.add(node.attr)
        if (node.attr === 'set_task_factory') this.makesTasks = true
        if (parent.nodeType !== 'Call' || parent.func !== node) this.taken.add(node.attr)
        if (isValue(node, parent)) this.values.push(node)
        break
      case 'Alias':
        this.#words.add(node.name)
        return false
      case 'Call':
        for (const arg of node.args) if (arg.nodeType === 'Starred') this.spread.add(arg.value)
        for (const keyword of node.keywords) if (!keyword.arg) this.unpacked.add(keyword.value)
        break
      case 'Await': if (node.value.nodeType === 'Call') this.awaited.add(node.value); break
      case 'Expr': if (node.value.nodeType === 'Call') this.valueless.add(node.value); break
      case 'Return': this.#inside?.returns.push(node); break
      case 'Yield': case 'YieldFrom': if (this.#inside !== undefined) this.#inside.yields = true; break
      case 'Lambda':
        this.lambdas.push(node)
        if (node.body.nodeType === 'Call') this.valueless.add(node.body)
        return this.#within(undefined, node, [node.args, node.body])
      case 'ClassDef':
        this.classes.push(node)
        return this.#within(undefined, node, [...node.bases, ...node.keywords, ...node.body, ...node.decorator_list])
      case 'FunctionDef': case 'AsyncFunctionDef': {
        const facts: FunctionFacts = { isMethod: parent.nodeType === 'ClassDef', yields: false, returns: [] }
        this.functions.set(node, facts)
        this.#within(undefined, node, node.returns ? [node.args, ...node.decorator_list, node.returns] : [node.args, ...node.decorator_list])
        return this.#within(facts, node, node.body)
      }
      default:
    }
    return someChild(node, this.#visit)
  }

  #within(inside: FunctionFacts | undefined, parent: Node, children: readonly Node[]): boolean {
    const outer = this.#inside
    this.#inside = inside
    for (const child of children) this.#visit(child, parent)
    this.#inside = outer
    return false
  }
}

/** Whether a class would be a value where a name stands. */
function isValue(node: Expression, parent: Node): boolean {
  switch (parent.nodeType) {
    case 'Call': return parent.func !== node && !(parent.func.nodeType === 'Name' && (parent.func.id === 'isinstance' || parent.func.id === 'issubclass'))
    case 'Raise': case 'ExceptHandler': case 'ClassDef': case 'Attribute': case 'Arg': case 'AnnAssign': case 'FunctionDef': case 'AsyncFunctionDef': case 'Compare': case 'MatchClass': case 'Subscript': return false
    default: return true
  }
}

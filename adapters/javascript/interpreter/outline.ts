import { parametersOf, type Parameters } from '../compiler/arguments.ts'
import type { ComprehensionNode, Expression, FunctionNode, Node, Of, Statement } from '../compiler/parse.ts'
import { isModuleKnown, refusedAttributes, refusedNames } from './interpreted.ts'

/** What opens a scope of its own. */
export type ScopeNode = Of<'Module'> | FunctionNode | Of<'Lambda'> | ComprehensionNode

/** The variables of a scope, and whether it is a generator's. */
export interface ScopeOutline {
  readonly locals: Set<string>
  /** Names that `global` gives to the module. */
  globals: ReadonlySet<string>
  yields: boolean
}

const none: ReadonlySet<string> = new Set()
const chainWords: ReadonlySet<string> = new Set(['__context__', '__cause__', '__suppress_context__'])
const graphWords: ReadonlySet<string> = new Set(['capture_call_graph', 'format_call_graph', 'print_call_graph'])

/** What is known of a program before it runs, from one look at each of its nodes. */
export class Outline {
  readonly scopes = new Map<Node, ScopeOutline>()
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
  readonly #parameters = new Map<Node, Parameters>()
  /** Classes with nothing above them and no `__init__`. */
  readonly #plainClasses = new Set<string>()
  #scope: ScopeOutline
  #suspends = false

  constructor(module: Of<'Module'>) {
    this.#scope = this.#open(module)
    this.#statements(module.body)
  }

  scope(node: ScopeNode): ScopeOutline {
    const scope = this.scopes.get(node)
    if (scope === undefined) throw new Error(`no scope for ${node.nodeType}`)
    return scope
  }

  /** What a function takes; a method without its object. */
  parameters(node: FunctionNode | Of<'Lambda'>, skip: number): Parameters {
    let parameters = this.#parameters.get(node)
    if (parameters === undefined) this.#parameters.set(node, (parameters = parametersOf(node, skip)))
    return parameters
  }

  #open(node: Node): ScopeOutline {
    const scope: ScopeOutline = { locals: new Set(), globals: none, yields: false }
    this.scopes.set(node, scope)
    return scope
  }

  #statements(nodes: readonly Statement[]): void {
    for (const node of nodes) {
      const outer = this.#suspends
      this.#suspends = false
      this.#statement(node)
      if (this.#suspends) this.suspending.add(node)
      else this.#suspends = outer
    }
  }

  #statement(node: Statement): void {
    switch (node.nodeType) {
      case 'Expr': return this.#expression(node.value)
      case 'Assign':
        this.#expressions(node.targets)
        this.#expression(node.value)
        return
      case 'AugAssign':
        this.#expression(node.target)
        this.#expression(node.value)
        return
      case 'Return': return this.#optional(node.value)
      case 'If': case 'While':
        this.#expression(node.test)
        this.#statements(node.body)
        this.#statements(node.orelse)
        return
      case 'AsyncFor':
        this.#suspends = true
        return this.#loop(node)
      case 'For': return this.#loop(node)
      case 'AsyncWith':
        this.#suspends = true
        return this.#with(node)
      case 'With': return this.#with(node)
      case 'Try': case 'TryStar': return this.#try(node)
      case 'Raise':
        this.#optional(node.exc)
        this.#optional(node.cause)
        return
      case 'FunctionDef': case 'AsyncFunctionDef':
        this.#scope.locals.add(node.name)
        if (node.decorator_list.length > 0) this.isBeyond = true
        return this.#function(node)
      case 'ClassDef': return this.#class(node)
      case 'Global':
        this.#scope.globals = new Set([...this.#scope.globals, ...node.names])
        return
      case 'Import':
        for (const { name, asname } of node.names) {
          this.#scope.locals.add(name.replace(/\..*/, ''))
          if (asname || !isModuleKnown(name)) this.isBeyond = true
        }
        return
      case 'Break': case 'Continue': case 'Pass': return
      default: this.isBeyond = true
    }
  }

  #loop(node: Of<'For'> | Of<'AsyncFor'>): void {
    this.#expression(node.target)
    this.#expression(node.iter)
    this.#statements(node.body)
    this.#statements(node.orelse)
  }

  #with(node: Of<'With'> | Of<'AsyncWith'>): void {
    for (const item of node.items) {
      this.#expression(item.context_expr)
      this.#optional(item.optional_vars)
    }
    this.#statements(node.body)
  }

  #try(node: Of<'Try'> | Of<'TryStar'>): void {
    this.#statements(node.body)
    for (const handler of node.handlers) {
      if (handler.name) this.#scope.locals.add(handler.name)
      const before = this.suspending.size
      this.#optional(handler.type)
      // Types are computed at once.
      if (handler.type && this.suspending.size > before && this.suspending.has(handler.type)) this.isBeyond = true
      this.#statements(handler.body)
    }
    this.#statements(node.orelse)
    this.#statements(node.finalbody)
  }

  #class(node: Of<'ClassDef'>): void {
    this.#scope.locals.add(node.name)
    if (node.decorator_list.length > 0 || node.keywords.length > 0 || node.bases.length > 1) this.isBeyond = true
    this.#expressions(node.bases)
    let isPlain = node.bases.length === 0
    for (const member of node.body) {
      switch (member.nodeType) {
        case 'Pass': break
        case 'FunctionDef': case 'AsyncFunctionDef': {
          const { posonlyargs, args } = member.args
          if (member.name === '__init__') {
            isPlain = false
            // Where there is something above to be initialised, the compiler finds the place for it.
            if (!node.bases.every((base) => base.nodeType === 'Name' && this.#plainClasses.has(base.id))) this.isBeyond = true
          }
          if (posonlyargs.length + args.length === 0 || member.decorator_list.length > 0 || beyondMethods.has(member.name)) this.isBeyond = true
          this.#function(member)
          break
        }
        case 'Assign':
          // Names in a class body may mean members of the class.
          if (member.value.nodeType !== 'Constant' || member.targets.some((target) => target.nodeType !== 'Name')) this.isBeyond = true
          break
        default: this.isBeyond = true
      }
    }
    if (isPlain) this.#plainClasses.add(node.name)
  }

  #function(node: FunctionNode | Of<'Lambda'>): void {
    const { args } = node
    this.#expressions(args.defaults)
    for (const value of args.kw_defaults) if (value) this.#expression(value)
    const [outer, suspends] = [this.#scope, this.#suspends]
    const scope = (this.#scope = this.#open(node))
    for (const arg of args.posonlyargs) scope.locals.add(arg.arg)
    for (const arg of args.args) scope.locals.add(arg.arg)
    for (const arg of args.kwonlyargs) scope.locals.add(arg.arg)
    if (args.vararg) scope.locals.add(args.vararg.arg)
    if (args.kwarg) scope.locals.add(args.kwarg.arg)
    if (node.nodeType === 'Lambda') this.#expression(node.body)
    else this.#statements(node.body)
    for (const name of scope.globals) scope.locals.delete(name)
    if (node.nodeType === 'Lambda' && scope.yields) this.isBeyond = true
    this.#scope = outer
    this.#suspends = suspends
  }

  #expressions(nodes: readonly Expression[]): void {
    for (const node of nodes) this.#expression(node)
  }

  #optional(node: Expression | null | undefined): void {
    if (node) this.#expression(node)
  }

  #expression(node: Expression): void {
    switch (node.nodeType) {
      case 'Constant':
        if (typeof node.value === 'bigint') this.isBeyond = true
        return
      case 'Name':
        if (node.ctx.nodeType === 'Store') this.#scope.locals.add(node.id)
        if (refusedNames.has(node.id)) this.isBeyond = true
        return
      case 'Lambda': return this.#function(node)
      default:
    }
    const outer = this.#suspends
    this.#suspends = false
    this.#composed(node)
    if (this.#suspends) this.suspending.add(node)
    else this.#suspends = outer
  }

  #composed(node: Expression): void {
    switch (node.nodeType) {
      case 'Call':
        this.#expression(node.func)
        this.#expressions(node.args)
        for (const keyword of node.keywords) this.#expression(keyword.value)
        return
      case 'Attribute': return this.#attribute(node)
      case 'Await':
        this.#suspends = true
        return this.#expression(node.value)
      case 'Yield': case 'YieldFrom':
        this.#suspends = true
        this.#scope.yields = true
        return this.#optional(node.value)
      case 'List': case 'Tuple': case 'Set': return this.#expressions(node.elts)
      case 'Starred': return this.#expression(node.value)
      case 'UnaryOp': return this.#expression(node.operand)
      case 'BoolOp': return this.#expressions(node.values)
      case 'BinOp':
        this.#expression(node.left)
        this.#expression(node.right)
        return
      case 'Compare':
        this.#expression(node.left)
        this.#expressions(node.comparators)
        return
      case 'IfExp':
        this.#expression(node.test)
        this.#expression(node.body)
        this.#expression(node.orelse)
        return
      case 'Subscript':
        if (node.slice.nodeType === 'Slice') this.isBeyond = true
        this.#expression(node.value)
        return this.#expression(node.slice)
      case 'Dict':
        for (const key of node.keys) {
          if (key) this.#expression(key)
          else this.isBeyond = true
        }
        return this.#expressions(node.values)
      case 'ListComp': case 'SetComp': case 'DictComp': case 'GeneratorExp': return this.#comprehension(node)
      default: this.isBeyond = true
    }
  }

  #attribute(node: Of<'Attribute'>): void {
    const { attr } = node
    if (attr === 'set_task_factory') this.makesTasks = true
    else if (chainWords.has(attr)) this.chains = true
    else if (graphWords.has(attr)) this.graphs = true
    else if (refusedAttributes.has(attr)) this.isBeyond = true
    this.#expression(node.value)
  }

  #comprehension(node: ComprehensionNode): void {
    const outer = this.#scope
    this.#scope = this.#open(node)
    for (const generator of node.generators) {
      if (generator.is_async === 1) this.#suspends = true
      this.#expression(generator.target)
      this.#expression(generator.iter)
      this.#expressions(generator.ifs)
    }
    if (node.nodeType === 'DictComp') this.#expressions([node.key, node.value])
    else this.#expression(node.elt)
    if (node.nodeType === 'GeneratorExp' && this.#suspends) this.isBeyond = true
    this.#scope = outer
  }
}

const beyondMethods: ReadonlySet<string> = new Set(['__new__', '__init_subclass__', '__getattr__', '__set_name__', '__class_getitem__'])

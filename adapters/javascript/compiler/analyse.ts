import { children, refuse, type Expression, type Node, type Of, type Pattern, type Statement } from './parse.ts'
import { isExpression, isPattern } from './node-kinds.ts'
import { resolve, type Pending } from './resolve.ts'
import { Scope, type Binding, type Block, type Site } from './scope.ts'

/** What is known about a program before a line of it is written. */
export interface Analysis {
  readonly module: Scope
  /** The scope of a function, lambda, class or comprehension. */
  readonly scopes: ReadonlyMap<Node, Scope>
  /** The variable that a `Name` means; absent for builtins and undefined names. */
  readonly variables: ReadonlyMap<Node, Binding>
  /** The calls whose callee is this `Name`. */
  readonly calls: ReadonlyMap<Node, Of<'Call'>>
  /** Everything assigned to an attribute of this name, on whatever object; undefined for values that cannot be told. */
  readonly attributes: ReadonlyMap<string, readonly (Expression | undefined)[]>
  /** The scope in which each `Name` stands. */
  readonly standsIn: ReadonlyMap<Node, Scope>
  /** Every name that the program binds or reads. */
  readonly words: ReadonlySet<string>
}

/** Reads the scopes and variables of a program. @throws CompileError for a misplaced `nonlocal` */
export function analyse(module: Of<'Module'>): Analysis {
  const walk = new Walk(module)
  walk.statements(module.body, walk.top.root)
  const variables = resolve(walk.pending, walk.scopes.values())
  return { module: walk.top, scopes: walk.scopes, variables, calls: walk.calls, attributes: walk.attributes, standsIn: walk.standsIn, words: walk.words }
}

class Walk {
  readonly top: Scope
  readonly scopes = new Map<Node, Scope>()
  readonly calls = new Map<Node, Of<'Call'>>()
  readonly attributes = new Map<string, (Expression | undefined)[]>()
  readonly standsIn = new Map<Node, Scope>()
  readonly words = new Set<string>()
  readonly pending: Pending[] = []
  #order = 0

  constructor(module: Of<'Module'>) {
    this.top = new Scope('module', module, undefined)
    this.scopes.set(module, this.top)
  }

  statements(body: readonly Statement[], block: Block): void {
    for (const statement of body) this.statement(statement, block)
  }

  #inner(block: Block, loop = false): Block {
    return { parent: block, loop, scope: block.scope }
  }

  #open(kind: Scope['kind'], node: Node, place: Block): Scope {
    const scope = new Scope(kind, node, place)
    this.scopes.set(node, scope)
    return scope
  }

  /** A name is given a value here. */
  #store(name: string, site: Site, block: Block, statement: Node | undefined, node?: Node): void {
    this.words.add(name)
    block.scope.bind(name).sites.push(site)
    this.pending.push({ name, node, block, order: this.#order++, stores: true, statement })
  }

  statement(node: Statement, block: Block): void {
    switch (node.nodeType) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': return this.#function(node, block)
      case 'ClassDef': return this.#class(node, block)
      case 'Assign':
        this.#expression(node.value, block)
        for (const target of node.targets) this.#target(target, { kind: 'assign', value: node.value }, block, node.targets.length === 1 ? node : undefined)
        return
      case 'AnnAssign':
        if (node.value !== undefined) {
          this.#expression(node.value, block)
          this.#target(node.target, { kind: 'assign', value: node.value }, block, node)
        } else if (node.target.nodeType === 'Name') this.#store(node.target.id, { kind: 'declared' }, block, undefined, node.target)
        return
      case 'AugAssign':
        this.#expression(node.value, block)
        if (node.target.nodeType === 'Name') {
          this.#load(node.target, block)
          this.#store(node.target.id, { kind: 'augmented', node }, block, undefined, node.target)
        } else {
          this.#expression(node.target, block)
          if (node.target.nodeType === 'Attribute') this.#attribute(node.target.attr, { nodeType: 'BinOp', left: node.target, op: node.op, right: node.value, lineno: node.lineno, col_offset: node.col_offset })
        }
        return
      case 'For':
      case 'AsyncFor': {
        this.#expression(node.iter, block)
        const body = this.#inner(block, true)
        this.#target(node.target, { kind: node.nodeType === 'For' ? 'for' : 'async for', value: node.iter }, body, node)
        this.statements(node.body, body)
        return this.statements(node.orelse, this.#inner(block))
      }
      case 'While':
        this.#expression(node.test, this.#inner(block, true))
        this.statements(node.body, this.#inner(block, true))
        return this.statements(node.orelse, this.#inner(block))
      case 'If':
        this.#expression(node.test, block)
        this.statements(node.body, this.#inner(block))
        return this.statements(node.orelse, this.#inner(block))
      case 'With':
      case 'AsyncWith': {
        let inner = block
        for (const item of node.items) {
          this.#expression(item.context_expr, inner)
          inner = this.#inner(inner)
          if (item.optional_vars) this.#target(item.optional_vars, { kind: node.nodeType === 'With' ? 'with' : 'async with', value: item.context_expr }, inner, item)
        }
        return this.statements(node.body, inner)
      }
      case 'Try':
      case 'TryStar':
        this.statements(node.body, this.#inner(block))
        for (const handler of node.handlers) {
          const inside = this.#inner(block)
          if (handler.type) this.#expression(handler.type, inside)
          if (handler.name) this.#store(handler.name, { kind: 'except' }, inside, handler)
          this.statements(handler.body, inside)
        }
        this.statements(node.orelse, this.#inner(block))
        return this.statements(node.finalbody, this.#inner(block))
      case 'Match':
        this.#expression(node.subject, block)
        for (const each of node.cases) {
          this.#pattern(each.pattern, block)
          if (each.guard) this.#expression(each.guard, block)
          this.statements(each.body, this.#inner(block))
        }
        return
      case 'Import':
        for (const { name, asname } of node.names) {
          this.#store(asname ?? name.split('.')[0] ?? name, { kind: 'import', module: asname === undefined ? (name.split('.')[0] ?? name) : name, member: undefined }, block, node)
        }
        return
      case 'ImportFrom':
        for (const { name, asname } of node.names) this.#store(asname ?? name, { kind: 'import', module: node.module ?? '', member: name }, block, node)
        return
      case 'Global':
        for (const name of node.names) {
          block.scope.globals.add(name)
          this.top.own(name)
        }
        return
      case 'Nonlocal':
        for (const name of node.names) {
          block.scope.nonlocals.add(name)
          if (block.scope.parent?.kind === 'module' || block.scope.kind === 'module') refuse(node, `SyntaxError: no binding for nonlocal '${name}' found`)
        }
        return
      case 'Delete':
        for (const target of node.targets) this.#expression(target, block)
        return
      default:
        for (const child of children(node)) this.#node(child, block)
    }
  }

  #node(node: Node, block: Block): void {
    if (isExpression(node)) this.#expression(node, block)
  }

  #expression(node: Expression, block: Block): void {
    switch (node.nodeType) {
      case 'Name': return this.#load(node, block)
      case 'Lambda': {
        this.#defaults(node.args, block)
        const scope = this.#open('function', node, block)
        this.#parameters(node.args, scope)
        return this.#expression(node.body, scope.root)
      }
      case 'ListComp': case 'SetComp': case 'GeneratorExp': case 'DictComp': {
        const scope = this.#open('comprehension', node, block)
        for (const [i, generator] of node.generators.entries()) {
          this.#expression(generator.iter, i === 0 ? block : scope.root)
          this.#target(generator.target, { kind: generator.is_async ? 'async for' : 'for', value: generator.iter }, scope.root, node)
          for (const test of generator.ifs) this.#expression(test, scope.root)
        }
        if (node.nodeType === 'DictComp') {
          this.#expression(node.key, scope.root)
          this.#expression(node.value, scope.root)
        } else this.#expression(node.elt, scope.root)
        return
      }
      case 'NamedExpr': {
        this.#expression(node.value, block)
        let target = block
        while (target.scope.kind === 'comprehension' && target.scope.place !== undefined) target = target.scope.place
        if (node.target.nodeType === 'Name') this.#store(node.target.id, { kind: 'walrus', value: node.value }, target, undefined, node.target)
        return
      }
      case 'Call':
        if (node.func.nodeType === 'Name') this.calls.set(node.func, node)
        this.#expression(node.func, block)
        for (const argument of node.args) this.#expression(argument, block)
        for (const keyword of node.keywords) this.#expression(keyword.value, block)
        return
      default:
        for (const child of children(node)) {
          if (child.nodeType === 'Comprehension' || child.nodeType === 'Keyword') continue
          this.#node(child, block)
        }
    }
  }

  #load(node: Of<'Name'>, block: Block): void {
    this.words.add(node.id)
    this.standsIn.set(node, block.scope)
    this.pending.push({ name: node.id, node, block, order: this.#order++, stores: node.ctx.nodeType === 'Del', statement: undefined })
  }

  #target(node: Expression, site: Site, block: Block, statement: Node | undefined): void {
    switch (node.nodeType) {
      case 'Name':
        this.standsIn.set(node, block.scope)
        return this.#store(node.id, site, block, statement, node)
      case 'Tuple': case 'List':
        for (const element of node.elts) this.#target(element, { kind: 'unpack' }, block, statement)
        return
      case 'Starred': return this.#target(node.value, { kind: 'unpack' }, block, statement)
      case 'Attribute':
        this.#attribute(node.attr, site.kind === 'assign' ? site.value : undefined)
        return this.#expression(node.value, block)
      default: return this.#expression(node, block)
    }
  }

  #attribute(name: string, value: Expression | undefined): void {
    const known = this.attributes.get(name)
    if (known === undefined) this.attributes.set(name, [value])
    else known.push(value)
  }

  #pattern(pattern: Pattern, block: Block): void {
    if ((pattern.nodeType === 'MatchAs' || pattern.nodeType === 'MatchStar') && pattern.name !== undefined && pattern.name !== null) this.#store(pattern.name, { kind: 'match' }, block, undefined)
    if (pattern.nodeType === 'MatchMapping' && pattern.rest) this.#store(pattern.rest, { kind: 'match' }, block, undefined)
    for (const child of children(pattern)) {
      if (isPattern(child)) this.#pattern(child, block)
      else this.#node(child, block)
    }
  }

  #function(node: Of<'FunctionDef'> | Of<'AsyncFunctionDef'>, block: Block): void {
    for (const decorator of node.decorator_list) this.#expression(decorator, block)
    this.#defaults(node.args, block)
    this.#store(node.name, { kind: 'function', node }, block, node)
    const scope = this.#open('function', node, block)
    this.#parameters(node.args, scope)
    this.statements(node.body, scope.root)
  }

  #class(node: Of<'ClassDef'>, block: Block): void {
    for (const decorator of node.decorator_list) this.#expression(decorator, block)
    for (const base of node.bases) this.#expression(base, block)
    for (const keyword of node.keywords) this.#expression(keyword.value, block)
    const scope = this.#open('class', node, block)
    this.statements(node.body, scope.root)
    this.#store(node.name, { kind: 'class', node }, block, node)
  }

  #defaults(node: Of<'Arguments'>, block: Block): void {
    for (const value of [...node.defaults, ...node.kw_defaults]) if (value !== null && value !== undefined) this.#expression(value, block)
  }

  #parameters(node: Of<'Arguments'>, scope: Scope): void {
    const all = [...node.posonlyargs, ...node.args]
    const others = [node.vararg, ...node.kwonlyargs, node.kwarg].filter((arg) => arg !== undefined && arg !== null)
    for (const [index, arg] of [...all, ...others].entries()) {
      this.words.add(arg.arg)
      const binding = scope.own(arg.arg)
      if (binding.sites.length > 0) refuse(arg, `SyntaxError: duplicate parameter '${arg.arg}' in function definition`)
      binding.sites.push({ kind: 'parameter', node: arg, index: index < all.length ? index : -1 })
    }
  }
}

import type { Expression, FunctionNode, Node, Of } from './parse.ts'

/** A run of statements between braces. */
export interface Block {
  readonly parent: Block | undefined
  readonly loop: boolean
  readonly scope: Scope
}

/** Where a name gets its value. */
export type Site =
  | { readonly kind: 'parameter'; readonly node: Of<'Arg'>; readonly index: number }
  | { readonly kind: 'assign' | 'walrus' | 'with' | 'async with' | 'for' | 'async for'; readonly value: Expression }
  | { readonly kind: 'augmented'; readonly node: Of<'AugAssign'> }
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'class'; readonly node: Of<'ClassDef'> }
  | { readonly kind: 'import'; readonly module: string; readonly member: string | undefined }
  | { readonly kind: 'except' | 'unpack' | 'match' | 'declared' }

/** One appearance of a name, at a block of the scope that owns it. */
export interface Occurrence {
  readonly block: Block
  readonly order: number
  readonly stores: boolean
  /** From a function inside the owner. */
  readonly captured: boolean
  /** The statement that could declare the name here. */
  readonly statement: Node | undefined
}

/** How a variable is declared: by the statement that first gives it a value, at the top of its function, or by its catch clauses. */
export interface Declaration {
  readonly statement: Node | 'top' | 'catch' | 'given'
  readonly keyword: 'const' | 'let'
}

/** A variable of a scope. */
export class Binding {
  readonly name: string
  readonly scope: Scope
  readonly sites: Site[] = []
  readonly occurrences: Occurrence[] = []
  /** The `Name` nodes that read it. */
  readonly loads: Node[] = []
  /** Those of them that come before it can have a value. */
  readonly early = new Set<Node>()
  declaration: Declaration = { statement: 'top', keyword: 'let' }

  constructor(name: string, scope: Scope) {
    this.name = name
    this.scope = scope
  }

  /** The only place that gives it a value, when there is one. */
  get onlySite(): Site | undefined {
    return this.sites.length === 1 ? this.sites[0] : undefined
  }
}

export type ScopeKind = 'module' | 'function' | 'comprehension' | 'class'

/** A module, function, lambda, class or comprehension and its variables. */
export class Scope {
  readonly kind: ScopeKind
  readonly node: Node
  readonly parent: Scope | undefined
  /** Where in the parent it stands. */
  readonly place: Block | undefined
  readonly root: Block
  readonly bindings = new Map<string, Binding>()
  readonly globals = new Set<string>()
  readonly nonlocals = new Set<string>()

  constructor(kind: ScopeKind, node: Node, place: Block | undefined) {
    this.kind = kind
    this.node = node
    this.place = place
    this.parent = place?.scope
    this.root = { parent: undefined, loop: false, scope: this }
  }

  get module(): Scope {
    return this.parent === undefined ? this : this.parent.module
  }

  /** The variable that `name` means when read here; undefined when it is a builtin or nothing. */
  lookup(name: string): Binding | undefined {
    if (this.globals.has(name)) return this.module.bindings.get(name)
    const own = this.nonlocals.has(name) ? undefined : this.bindings.get(name)
    if (own !== undefined) return own
    let scope = this.parent
    while (scope !== undefined) {
      const found = scope.kind === 'class' ? undefined : scope.owner(name)
      if (found !== undefined) return found
      scope = scope.parent
    }
    return undefined
  }

  private owner(name: string): Binding | undefined {
    if (this.globals.has(name)) return this.module.bindings.get(name)
    return this.nonlocals.has(name) ? undefined : this.bindings.get(name)
  }

  /** The variable that an assignment to `name` here is to, made if it is new. */
  bind(name: string): Binding {
    if (this.globals.has(name)) return this.module.own(name)
    if (this.nonlocals.has(name)) return this.lookup(name) ?? this.own(name)
    return this.own(name)
  }

  own(name: string): Binding {
    let binding = this.bindings.get(name)
    if (binding === undefined) this.bindings.set(name, (binding = new Binding(name, this)))
    return binding
  }
}

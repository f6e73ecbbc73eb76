import type { Expression, FunctionNode, Node, Of } from './parse.ts'

/** A run of statements between braces. */
export interface Block {
  readonly parent: Block | undefined
  /** Whether it is run again and again, or stands in one of its scope that is. */
  readonly loop: boolean
  readonly scope: Scope
  /** How many blocks of its scope are around it. */
  readonly depth: number
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

/** One appearance of a name. */
export interface Appearance {
  readonly name: string
  /** The `Name`; absent where a statement gives it a value. */
  readonly node: Node | undefined
  readonly block: Block
  readonly stores: boolean
  /** The call whose callee it is. */
  readonly call: Of<'Call'> | undefined
  /** The statement that could declare the name here. */
  readonly statement: Node | undefined
  /** The block that it stands in of the scope that owns the variable. */
  place: Block
  /** Whether it is in a function inside the owner. */
  captured: boolean
}

/** How a variable is declared: by the statement that first gives it a value, at the top of its function, or by its catch clauses. */
export interface Declaration {
  readonly statement: Node | 'top' | 'catch' | 'given'
  readonly keyword: 'const' | 'let'
}

/** At the top of its function. */
export const top: Declaration = { statement: 'top', keyword: 'let' }

/** A variable of a scope. */
export class Binding {
  readonly name: string
  readonly scope: Scope
  readonly sites: Site[] = []
  readonly appearances: Appearance[] = []
  /** Those that read it. */
  readonly loads: Appearance[] = []
  /** Whether one that comes before may have given it a value, as far as has been read. */
  mayHaveValue = false
  /** Whether a `del` takes its value away. */
  isDeleted = false
  declaration: Declaration = top

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
  #declared: Map<string, 'global' | 'nonlocal'> | undefined

  constructor(kind: ScopeKind, node: Node, place: Block | undefined) {
    this.kind = kind
    this.node = node
    this.place = place
    this.parent = place?.scope
    this.root = { parent: undefined, loop: false, scope: this, depth: 0 }
  }

  get module(): Scope {
    return this.parent === undefined ? this : this.parent.module
  }

  /** Notes that the scope says `global name` or `nonlocal name`. */
  declare(name: string, kind: 'global' | 'nonlocal'): void {
    this.#declared ??= new Map()
    if (this.#declared.get(name) !== 'global') this.#declared.set(name, kind)
  }

  /** The names that it declares nonlocal. */
  get nonlocals(): readonly string[] {
    return this.#declared === undefined ? [] : [...this.#declared].filter(([, kind]) => kind === 'nonlocal').map(([name]) => name)
  }

  /** The variable that `name` means when read here; undefined when it is a builtin or nothing. */
  lookup(name: string): Binding | undefined {
    const own = this.#owner(name)
    if (own !== undefined || this.#declared?.get(name) === 'global') return own
    for (let scope = this.parent; scope !== undefined; scope = scope.parent) {
      const found = scope.kind === 'class' ? undefined : scope.#owner(name)
      if (found !== undefined) return found
    }
    return undefined
  }

  #owner(name: string): Binding | undefined {
    switch (this.#declared?.get(name)) {
      case 'global': return this.module.bindings.get(name)
      case 'nonlocal': return undefined
      default: return this.bindings.get(name)
    }
  }

  /** The variable that an assignment to `name` here is to, made if it is new. */
  bind(name: string): Binding {
    switch (this.#declared?.get(name)) {
      case 'global': return this.module.own(name)
      case 'nonlocal': return this.lookup(name) ?? this.own(name)
      default: return this.own(name)
    }
  }

  own(name: string): Binding {
    let binding = this.bindings.get(name)
    if (binding === undefined) this.bindings.set(name, (binding = new Binding(name, this)))
    return binding
  }
}

import { eachChild } from './children.ts'
import type { Expression, FunctionNode, Node, Of, Statement } from './parse.ts'
import type { Binding, Scope } from './scope.ts'

/** The variables that have a value for sure; undefined where the program never gets to. */
type State = ReadonlySet<Binding> | undefined

/** A local variable that lives in all of its function, from before it has a value, or that loses it. */
export function mayLackValue({ declaration, sites, isDeleted }: Binding): boolean {
  return sites.length > 0 && (declaration.statement === 'top' || isDeleted)
}

/** One function, statement by statement: which of its variables have a value where they are read. */
export class Flow {
  readonly #scope: Scope
  readonly #variables: ReadonlyMap<Node, Binding>
  readonly #reads: Set<Node>
  readonly #updates: Set<Node>
  /** What has a value where a `break` leaves each loop that is around. */
  readonly #breaks: State[][] = []

  constructor(scope: Scope, variables: ReadonlyMap<Node, Binding>, reads: Set<Node>, updates: Set<Node>) {
    this.#scope = scope
    this.#variables = variables
    this.#reads = reads
    this.#updates = updates
  }

  function(node: FunctionNode): void {
    this.#block(node.body, new Set())
  }

  #block(statements: readonly Statement[], state: State): State {
    return statements.reduce((before, statement) => (before === undefined ? undefined : this.#statement(statement, before)), state)
  }

  #statement(node: Statement, state: ReadonlySet<Binding>): State {
    switch (node.nodeType) {
      case 'Return': case 'Raise':
        this.#read(node, state)
        return undefined
      case 'Break':
        this.#breaks.at(-1)?.push(state)
        return undefined
      case 'Continue': return undefined
      case 'If': {
        const tested = this.#read(node.test, state)
        return meet([this.#block(node.body, tested), this.#block(node.orelse, tested)])
      }
      case 'While': return this.#loop(node, () => this.#read(node.test, state), (before) => this.#read(node.test, before), isTrue(node.test))
      case 'For': case 'AsyncFor': return this.#loop(node, () => this.#read(node.iter, state), (before) => this.#store(node.target, before), false)
      case 'With': case 'AsyncWith': return this.#with(node, state)
      case 'Try': case 'TryStar': return this.#try(node, state)
      case 'Match': return this.#match(node, state)
      case 'FunctionDef': case 'AsyncFunctionDef': case 'ClassDef': return this.#named(node.name, this.#read(node, state))
      case 'Import': case 'ImportFrom': return node.names.reduce<ReadonlySet<Binding>>((before, { name, asname }) => this.#named(asname ?? name.split('.')[0] ?? name, before), state)
      case 'Assign': return node.targets.reduce((before, target) => this.#store(target, before), this.#read(node.value, state))
      case 'AnnAssign': return node.value ? this.#store(node.target, this.#read(node.value, state)) : state
      case 'AugAssign':
        if (this.#lacks(node.target, state)) this.#updates.add(node.target)
        return this.#store(node.target, this.#read(node.value, state))
      case 'Delete': return this.#without(node.targets.flatMap((target) => this.#deleted(target, state)), state)
      default: return this.#read(node, state)
    }
  }

  /** `entered` is before the first turn, `turn` at the beginning of each. */
  #loop(node: Of<'While'> | Of<'For'> | Of<'AsyncFor'>, entered: () => ReadonlySet<Binding>, turn: (before: ReadonlySet<Binding>) => ReadonlySet<Binding>, isEndless: boolean): State {
    const before = entered()
    const left: State[] = []
    this.#breaks.push(left)
    const once = this.#block(node.body, turn(before))
    // What a turn takes away the next one does not have.
    const again = meet([before, once]) ?? before
    if (again.size < before.size) this.#block(node.body, turn(again))
    this.#breaks.pop()
    const over = isEndless ? undefined : this.#block(node.orelse, again)
    return meet([over, ...left])
  }

  #with(node: Of<'With'> | Of<'AsyncWith'>, state: ReadonlySet<Binding>): State {
    let before = state
    for (const { context_expr: manager, optional_vars: target } of node.items) {
      before = this.#read(manager, before)
      if (target) before = this.#store(target, before)
    }
    const after = this.#block(node.body, before)
    return node.items.some(({ context_expr: manager }) => maySwallow(manager)) ? meet([after, before]) : after
  }

  #try(node: Of<'Try'> | Of<'TryStar'>, state: ReadonlySet<Binding>): State {
    const tried = this.#block(node.body, state)
    // A failure may come at any moment of it, also when it has taken a value away.
    const failed = tried === undefined ? state : new Set([...state].filter((variable) => tried.has(variable)))
    const ends = node.handlers.map(({ type, name, body }) => {
      const caught = type ? this.#read(type, failed) : failed
      const end = this.#block(body, name ? this.#named(name, caught) : caught)
      return end === undefined || !name ? end : this.#without([this.#scope.bindings.get(name)], end)
    })
    const over = meet([this.#block(node.orelse, tried), ...ends])
    if (node.finalbody.length === 0) return over
    const left = this.#block(node.finalbody, failed)
    if (over === undefined || left === undefined) return undefined
    return this.#block(node.finalbody, over)
  }

  #match(node: Of<'Match'>, state: ReadonlySet<Binding>): State {
    const before = this.#read(node.subject, state)
    const ends: State[] = node.cases.map(({ pattern, guard, body }) => {
      const matched = this.#captured(pattern, before)
      return this.#block(body, guard ? this.#read(guard, matched) : matched)
    })
    const takesAll = node.cases.some(({ pattern, guard }) => !guard && pattern.nodeType === 'MatchAs' && !pattern.pattern)
    return meet(takesAll ? ends : [...ends, before])
  }

  #captured(pattern: Node, state: ReadonlySet<Binding>): ReadonlySet<Binding> {
    let names = state
    const visit = (node: Node): void => {
      if ((node.nodeType === 'MatchAs' || node.nodeType === 'MatchStar') && node.name) names = this.#named(node.name, names)
      if (node.nodeType === 'MatchMapping' && node.rest) names = this.#named(node.rest, names)
      eachChild(node, visit)
    }
    visit(pattern)
    return names
  }

  /** What an expression, or all that a statement evaluates, reads; with what `:=` gives a value in it. */
  #read(node: Node, state: ReadonlySet<Binding>): ReadonlySet<Binding> {
    let after = state
    const visit = (child: Node): void => {
      switch (child.nodeType) {
        case 'Name':
          if (this.#lacks(child, after)) this.#reads.add(child)
          return
        case 'NamedExpr':
          visit(child.value)
          after = this.#store(child.target, after)
          return
        case 'BoolOp': {
          const [first, ...others] = child.values
          if (first !== undefined) visit(first)
          return maybe(...others)
        }
        case 'IfExp':
          visit(child.test)
          maybe(child.body)
          return maybe(child.orelse)
        case 'Lambda': return eachChild(child.args, visit)
        case 'FunctionDef': case 'AsyncFunctionDef':
          child.decorator_list.forEach(visit)
          return eachChild(child.args, visit)
        default: return eachChild(child, visit)
      }
    }
    // What may not be evaluated gives no value for sure.
    const maybe = (...nodes: readonly Node[]): void => {
      const before = after
      nodes.forEach(visit)
      after = before
    }
    visit(node)
    return after
  }

  /** Whether it is a name whose variable may have no value. */
  #lacks(node: Expression, state: ReadonlySet<Binding>): boolean {
    const variable = this.#variables.get(node)
    return variable !== undefined && variable.scope === this.#scope && mayLackValue(variable) && !state.has(variable)
  }

  #store(target: Expression, state: ReadonlySet<Binding>): ReadonlySet<Binding> {
    switch (target.nodeType) {
      case 'Name': return this.#has(this.#variables.get(target), state)
      case 'Tuple': case 'List': return target.elts.reduce((before, each) => this.#store(each, before), state)
      case 'Starred': return this.#store(target.value, state)
      default: return this.#read(target, state)
    }
  }

  #deleted(target: Expression, state: ReadonlySet<Binding>): (Binding | undefined)[] {
    if (target.nodeType === 'Tuple' || target.nodeType === 'List') return target.elts.flatMap((each) => this.#deleted(each, state))
    this.#read(target, state)
    return target.nodeType === 'Name' ? [this.#variables.get(target)] : []
  }

  #named(name: string, state: ReadonlySet<Binding>): ReadonlySet<Binding> {
    return this.#has(this.#scope.bindings.get(name), state)
  }

  #has(variable: Binding | undefined, state: ReadonlySet<Binding>): ReadonlySet<Binding> {
    return variable === undefined || state.has(variable) ? state : new Set(state).add(variable)
  }

  #without(gone: readonly (Binding | undefined)[], state: ReadonlySet<Binding>): ReadonlySet<Binding> {
    return new Set([...state].filter((variable) => !gone.includes(variable)))
  }
}

/** What all that arrive have. */
function meet(states: readonly State[]): State {
  const [first, ...others] = states.filter((state) => state !== undefined)
  return first === undefined ? undefined : new Set([...first].filter((variable) => others.every((other) => other.has(variable))))
}

function isTrue(test: Expression): boolean {
  return test.nodeType === 'Constant' && (test.value === true || (typeof test.value === 'number' && test.value !== 0))
}

/** Whether what it manages may go on behind the block after an exception: asyncio's own do not let it, nor do objects with a name, locks most likely. */
function maySwallow(manager: Expression): boolean {
  if (manager.nodeType !== 'Call') return false
  const { func } = manager
  return !(func.nodeType === 'Attribute' && func.value.nodeType === 'Name' && func.value.id === 'asyncio')
}

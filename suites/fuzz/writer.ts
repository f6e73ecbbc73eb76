import type { Mixture } from './mixture.ts'
import type { Expression, Statement } from './python-tree.ts'
import type { Random } from './random.ts'
import { expression, statements, text } from './template.ts'

export type FunctionKind = 'coroutine' | 'callback' | 'generator'

/** A function of the program. It calls, starts and awaits only functions with greater ranks: so every program ends. */
export interface ProgramFunction {
  readonly name: string
  readonly kind: FunctionKind
  readonly rank: number
  /** What one call does, in statements: bounds what the calls of calls add up to. */
  cost: number
}

/** What a program has at its own level, shared by its functions. */
export interface Globals {
  /** Names with the statement that makes each. */
  readonly declared: Map<string, Statement>
  /** Futures that `main` makes when it begins. */
  readonly futures: Set<string>
  /** Stream readers that `main` makes when it begins. */
  readonly readers: Set<string>
  /** Functions that another one calls or starts. */
  readonly used: Set<string>
  /** Slots that some function assigns. */
  readonly spawned: Set<string>
}

/** A name that holds a task or future where the writer stands. */
interface Local {
  readonly name: string
  readonly rank: number
}

const greatestCost = 40

/** Writes one function: draws what it does, and knows what its statements may refer to. */
export class Writer {
  readonly random: Random
  readonly mixture: Mixture
  readonly globals: Globals
  readonly functions: readonly ProgramFunction[]
  readonly self: ProgramFunction
  /** Names of the module that the function assigns. */
  readonly assigned = new Set<string>()
  /** Statements that may still be written. */
  budget: number
  depth = 0
  #labels = 0
  #names = 0
  #locals: Local[] = []
  /** Names of task groups, timeouts and exceptions that are open around the place, innermost last. */
  readonly groups: string[] = []
  readonly timeouts: string[] = []
  readonly caught: string[] = []

  constructor(random: Random, mixture: Mixture, globals: Globals, functions: readonly ProgramFunction[], self: ProgramFunction, budget: number) {
    this.random = random
    this.mixture = mixture
    this.globals = globals
    this.functions = functions
    this.self = self
    this.budget = budget
  }

  /** An integer below `n`. */
  below(n: number): number {
    return this.random.nextInt(0, n - 1)
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.random.nextInt(0, 99) < percent
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.random.nextInt(0, choices.length - 1)] ?? choices[0]
  }

  pickOf<T>(choices: readonly T[]): T | undefined {
    return choices.length === 0 ? undefined : choices[this.random.nextInt(0, choices.length - 1)]
  }

  /** A text that stands nowhere else in the program. */
  label(): string {
    this.#labels += 1
    return `${this.self.name}.${this.#labels}`
  }

  /** A new name of a local variable. */
  name(letter: string): string {
    this.#names += 1
    return `${letter}${this.#names}`
  }

  /** Small, and often equal to others. */
  delay(): Expression {
    const n = this.pick([0, 0, 1, 1, 1, 2, 2, 3, 4, -1])
    return n < 0 ? expression`0.5` : expression`${n}`
  }

  logged(...values: Expression[]): Statement[] {
    if (this.self.kind !== 'callback' && this.chance(6)) values.push(expression`asyncio.current_task().get_name()`)
    return statements`log(${text(this.label())}, ${values})`
  }

  /** One to `most` statements' worth of whatever comes, in a block of its own. */
  block(most = 3): Statement[] {
    const locals = this.#locals.length
    this.depth += 1
    const made: Statement[] = []
    const count = this.random.nextInt(1, most)
    for (let i = 0; i < count && this.budget > 0; i++) made.push(...this.statement())
    if (made.length === 0) made.push(...this.logged())
    this.depth -= 1
    this.#locals.length = locals
    return made
  }

  /** The function's own statements: until its budget is used up. */
  body(): Statement[] {
    const made: Statement[] = []
    while (this.budget > 0) made.push(...this.statement())
    return made.length > 0 ? made : this.logged()
  }

  statement(): Statement[] {
    this.budget -= 1
    this.self.cost += 1
    const table = this.self.kind === 'callback' ? this.mixture.plain : this.mixture.coroutine
    for (let attempt = 0; attempt < 4; attempt++) {
      const made = table.draw(this.random).write(this)
      if (made !== undefined) return made
    }
    return this.logged()
  }

  /** A later function of a kind that can still be afforded. */
  callee(kind: FunctionKind): ProgramFunction | undefined {
    const found = this.pickOf(this.functions.filter(other => other.kind === kind && other.rank > this.self.rank && other.cost + this.self.cost <= greatestCost))
    if (found !== undefined) {
      this.self.cost += found.cost
      this.globals.used.add(found.name)
    }
    return found
  }

  /** The module's name for the latest task that runs a function. */
  slot(of: ProgramFunction): string {
    return this.declare(`t${of.rank}`, () => statements`${`t${of.rank}`} = None`)
  }

  /** The slot of some coroutine: of any, or of one that this function may await. */
  someSlot(mayAwait: boolean): string | undefined {
    const found = this.pickOf(this.functions.filter(other => other.kind === 'coroutine' && (mayAwait ? other.rank > this.self.rank : true)))
    return found && this.slot(found)
  }

  /** A name of the module that this function assigns. */
  assign(name: string): string {
    this.assigned.add(name)
    this.globals.spawned.add(name)
    return name
  }

  /** Remembers that from here to the end of the block `name` holds a task or future. */
  hold(name: string): string {
    this.#locals.push({ name, rank: this.self.rank })
    return name
  }

  /** A local variable that holds a task or future. */
  held(): string | undefined {
    return this.pickOf(this.#locals)?.name
  }

  /** A module's name, made when it is first asked for. */
  declare(name: string, make: () => Statement[]): string {
    if (!this.globals.declared.has(name)) {
      const [made] = make()
      if (made !== undefined) this.globals.declared.set(name, made)
    }
    return name
  }
}

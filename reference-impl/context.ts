import type { ContextVar } from './context-var.ts'
import { equal } from './equal.ts'
import { KeyError, RuntimeError, TypeError } from './exceptions/errors.ts'
import { repr } from './repr.ts'
import { active } from './runtime-state.ts'
import { typeName } from './type-name.ts'

type Values = ReadonlyMap<ContextVar<unknown>, unknown>
const nothing: Values = new Map()

/** Values of context variables, as PEP 567 has them; copied in constant time. */
export class Context {
  private bindings: Values = nothing
  private entered = false
  private outer: Context | null = null

  /** Runs `callback` with this context as the current one. Throws RuntimeError when it already is entered. */
  run<A extends unknown[], T>(callback: (...args: A) => T, ...args: A): T {
    if (callback === undefined) throw new TypeError('run() missing 1 required positional argument')
    this._enter()
    try {
      return callback(...args)
    } finally {
      this._exit()
    }
  }

  /** A context of its own with the same values. */
  copy(): Context {
    const copy = new Context()
    copy.bindings = this.bindings
    return copy
  }

  /** The value of the variable in this context, else `fallback`. */
  get<T, D>(variable: ContextVar<T>, fallback: D): T | D
  get<T>(variable: ContextVar<T>): T | null
  get(variable: ContextVar<unknown>, fallback: unknown = null): unknown {
    checkKey(variable)
    return this.bindings.has(variable) ? this.bindings.get(variable) : fallback
  }

  /** Whether the variable has a value in it. */
  has(variable: ContextVar<unknown>): boolean { return this.bindings.has(variable) }
  /** The variables that have values. */
  keys(): IterableIterator<ContextVar<unknown>> { return this.bindings.keys() }
  /** Their values. */
  values(): IterableIterator<unknown> { return this.bindings.values() }
  /** Both, as pairs. */
  entries(): IterableIterator<[ContextVar<unknown>, unknown]> { return this.bindings.entries() }
  /** How many variables have values. */
  get size(): number { return this.bindings.size }
  [Symbol.iterator](): IterableIterator<ContextVar<unknown>> { return this.bindings.keys() }

  __contains__(variable: ContextVar<unknown>): boolean {
    checkKey(variable)
    return this.bindings.has(variable)
  }
  __len__(): number { return this.bindings.size }
  __getitem__(variable: ContextVar<unknown>): unknown {
    checkKey(variable)
    if (!this.bindings.has(variable)) throw new KeyError(variable)
    return this.bindings.get(variable)
  }

  /** Python's pairs: frozen as its tuples are, by that the programs' runtime tells them from lists. */
  *items(): Generator<readonly [ContextVar<unknown>, unknown]> {
    for (const pair of this.bindings) yield Object.freeze(pair)
  }

  /** Whether the same variables have equal values in both. */
  __eq__(other: unknown): boolean {
    if (!(other instanceof Context) || other.bindings.size !== this.bindings.size) return false
    for (const [variable, value] of this.bindings) {
      if (!other.bindings.has(variable) || !equal(value, other.bindings.get(variable))) return false
    }
    return true
  }

  /** @internal */
  _enter(): void {
    if (this.entered) throw new RuntimeError(`cannot enter context: ${this} is already entered`)
    this.entered = true
    this.outer = active.context
    active.context = this
  }

  /** @internal */
  _exit(): void {
    active.context = this.outer
    this.outer = null
    this.entered = false
  }

  /** @internal Maps are shared between copies: a change makes a new one. */
  _set(variable: ContextVar<unknown>, value: unknown): void {
    this.bindings = new Map(this.bindings).set(variable, value)
  }

  /** @internal */
  _delete(variable: ContextVar<unknown>): void {
    const values = new Map(this.bindings)
    values.delete(variable)
    this.bindings = values
  }

  toString(): string { return '<_contextvars.Context object at 0x…>' }
}

/** CPython 3.14 Python/context.c, context_check_key_type */
function checkKey(key: unknown): void {
  if (typeName(key) !== 'ContextVar') throw new TypeError(`a ContextVar key was expected, got ${repr(key)}`)
}

/** The current context itself. */
export function currentContext(): Context {
  return active.context ??= new Context()
}

/** A copy of the current context. */
export function copyContext(): Context { return currentContext().copy() }

/** `_enter` of what should be one. Throws TypeError for what is none. @internal */
export function enterContext(context: unknown): void {
  if (!(context instanceof Context)) throw new TypeError('an instance of Context was expected')
  context._enter()
}

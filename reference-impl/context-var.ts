import { currentContext, type Context } from './context.ts'
import { LookupError, RuntimeError, TypeError, ValueError } from './exceptions/errors.ts'
import { repr } from './repr.ts'

const missing = Symbol('Token.MISSING')

/** Brings a variable back to what it was before the `set` that returned it. */
export class Token<T> {
  static readonly MISSING: symbol = missing
  readonly var: ContextVar<T>
  readonly oldValue: T | symbol
  /** @internal */
  readonly _context: Context
  /** @internal */
  _used = false

  constructor(variable: ContextVar<T>, oldValue: T | symbol, context: Context) {
    this.var = variable
    this.oldValue = oldValue
    this._context = context
  }

  __enter__(): this { return this }
  __exit__(): void { this.var.reset(this) }

  toString(): string { return `<Token${this._used ? ' used' : ''} var=${this.var} at 0x…>` }
}

/** A variable with a value of its own in every context. */
export class ContextVar<T> {
  readonly name: string
  private readonly fallback: T | symbol

  /** `name` is for `repr`. Throws TypeError for what is no string. */
  constructor(name: string, options: { readonly default?: T } = {}) {
    if (typeof name !== 'string') throw new TypeError('context variable name must be a str')
    this.name = name
    this.fallback = 'default' in options && options.default !== undefined ? options.default : missing
  }

  /** The value in the current context, else the argument, else the default. Throws LookupError when there is none. */
  get(): T
  get<D>(fallback: D): T | D
  get(...fallback: [] | [unknown]): unknown {
    const value = currentContext().get<unknown, symbol>(this, missing)
    if (value !== missing) return value
    if (fallback.length > 0) return fallback[0]
    if (this.fallback === missing) throw new LookupError(this)
    return this.fallback
  }

  /** Sets the value in the current context. */
  set(value: T): Token<T> {
    const context = currentContext()
    const token = new Token<T>(this, context.get<T, symbol>(this, missing), context)
    context._set(this, value)
    return token
  }

  /** Undoes the `set` that returned `token`. Throws RuntimeError when used twice, ValueError for a wrong one, TypeError for what is none. */
  reset(token: Token<T>): void {
    if (!(token instanceof Token)) throw new TypeError(`expected an instance of Token, got ${repr(token)}`)
    if (token._used) throw new RuntimeError(`${token} has already been used once`)
    if (token.var !== this) throw new ValueError(`${token} was created by a different ContextVar`)
    const context = currentContext()
    if (token._context !== context) throw new ValueError(`${token} was created in a different Context`)
    token._used = true
    if (token.oldValue === missing) context._delete(this)
    else context._set(this, token.oldValue)
  }

  toString(): string {
    const fallback = this.fallback === missing ? '' : ` default=${repr(this.fallback)}`
    return `<ContextVar name=${repr(this.name)}${fallback} at 0x…>`
  }
}

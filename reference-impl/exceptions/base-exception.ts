import { active } from '../runtime-state.ts'

/** A thrown value has `args`, and may say what it was raised from or while handling. */
export class BaseException extends Error {
  /** Whether making one records a JavaScript stack; control-flow exceptions are too frequent for it. */
  static readonly capturesStack: boolean = true

  args: unknown[]
  declare __cause__: unknown
  declare __context__: unknown
  declare __suppress_context__: boolean

  constructor(...args: unknown[]) {
    const limit = Error.stackTraceLimit
    const silences = limit !== 0 && !new.target.capturesStack
    if (silences) Error.stackTraceLimit = 0
    super(args.length === 0 ? '' : args.length === 1 ? String(args[0]) : `(${args.map(String).join(', ')})`)
    if (silences) Error.stackTraceLimit = limit
    this.args = args
    if (active.handled !== null) this.__context__ = active.handled
  }
}

// On the prototype, so that making an exception does not write them.
Object.assign(BaseException.prototype, { __cause__: null, __context__: null, __suppress_context__: false })
Object.defineProperty(BaseException.prototype, 'name', {
  configurable: true,
  get(this: BaseException) { return this.constructor.name },
  set(this: BaseException, value: unknown) {
    Object.defineProperty(this, 'name', { value, writable: true, enumerable: true, configurable: true })
  },
})

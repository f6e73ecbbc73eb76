import { Context, currentContext } from './context.ts'
import { AttributeError } from './exceptions/errors.ts'
import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import { Halt } from './exceptions/halt.ts'
import { withSource } from './exception-context.ts'
import { formatCallback, type Callback } from './format-callback.ts'
import { callObject, checkMethod } from './operands.ts'
import type { Scheduler } from './scheduler.ts'
import { SourcePlace } from './source-place.ts'
import { className, typeName } from './type-name.ts'

const none: readonly unknown[] = []

/** A callback the loop is to call; `cancel` takes it back. CPython 3.14 events.py. */
export class Handle {
  /** @internal */
  _cancelled = false
  /** @internal Where, in debug mode. */
  readonly _madeAt: SourcePlace | null
  protected readonly _loop: Scheduler
  protected _callback: Callback | null
  protected _args: readonly unknown[]
  private readonly _context: Context
  /** What it looked like before it was cancelled; kept in debug mode. */
  private _repr: string | null = null

  constructor(callback: Callback, args: readonly unknown[], loop: Scheduler, context: Context | null | undefined) {
    this._loop = loop
    if (typeof loop?.getDebug !== 'function') checkMethod(loop, 'getDebug', 'get_debug')
    this._madeAt = loop.getDebug() ? new SourcePlace() : null
    this._callback = callback
    this._args = args
    this._context = context ?? currentContext().copy()
  }

  /** The callback will not be called. */
  cancel(): void {
    if (this._cancelled) return
    this._cancelled = true
    if (this._loop.getDebug()) this._repr = this.toString()
    this._callback = null
    this._args = none
  }

  /** Whether it was cancelled. */
  cancelled(): boolean { return this._cancelled }
  /** The context in which the callback is called. */
  getContext(): Context { return this._context }

  /** Calls the callback in its context; what it throws goes to the loop's exception handler. @internal */
  _run(): void {
    try {
      this._context._enter()
      try {
        this._call()
      } finally {
        this._context._exit()
      }
    } catch (error) {
      if (error instanceof SystemExit || error instanceof KeyboardInterrupt || error instanceof Halt) throw error
      const callback = formatCallback(this._callback, this._shownArgs, this._loop.getDebug())
      const raised = this._context instanceof Context ? error : new AttributeError(`'${typeName(this._context)}' object has no attribute 'run'`)
      this._loop.callExceptionHandler(withSource(this, new Map<string, unknown>([
        ['message', `Exception in callback ${callback}`], ['exception', raised], ['handle', this],
      ])))
    }
  }

  /** Who waits, as the call graph tells, for `future`, with which it is to be called. @internal */
  _awaiter(future: unknown): unknown { return this._args[0] === future ? this._callback?._awaiter : null }

  /** The arguments as messages show them. */
  protected get _shownArgs(): readonly unknown[] { return this._args }

  protected _call(): void {
    if (typeof this._callback === 'function') Reflect.apply(this._callback, undefined, this._args)
    else if (!this._cancelled) callObject(this._callback, this._args)
  }

  toString(): string { return this._repr ?? `<${this._describe().join(' ')}>` }

  protected _describe(): string[] {
    const parts = [className(this)]
    if (this._cancelled) parts.push('cancelled')
    if (this._callback !== null) parts.push(formatCallback(this._callback, this._shownArgs, this._loop.getDebug()))
    if (this._madeAt !== null) parts.push(`created at ${this._madeAt}`)
    return parts
  }
}

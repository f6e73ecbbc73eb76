import { currentContext, enterContext, type Context } from './context.ts'
import { CoroutineBase } from './coroutine-base.ts'
import type { EventLoop } from './event-loop.ts'
import { CancelledError, InvalidStateError } from './exceptions/asyncio-errors.ts'
import { AttributeError, RuntimeError, TypeError } from './exceptions/errors.ts'
import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import { Halt } from './exceptions/halt.ts'
import { StopIteration } from './exceptions/iteration.ts'
import { formatCoroutine } from './format-coroutine.ts'
import { Frame } from './frame.ts'
import { isForeignFuture, type ForeignFuture } from './foreign-future.ts'
import { Future } from './future.ts'
import { iscoroutine, type ForeignCoroutine } from './iscoroutine.ts'
import { onBehalfOf } from './on-behalf-of.ts'
import { qualified } from './qualified.ts'
import { repr } from './repr.ts'
import { active } from './runtime-state.ts'
import { str } from './str.ts'
import { StepHandle, WakeupHandle } from './task-handles.ts'
import { typeName } from './type-name.ts'

/** What `createTask` and a task factory take. */
export interface TaskOptions {
  readonly name?: unknown
  readonly context?: Context | null
  readonly eagerStart?: boolean | null
}

/** A coroutine that runs by itself, step by step, in its loop. CPython 3.14 tasks.py and _asynciomodule.c. */
export class Task<T> extends Future<T> {
  /** @internal */ _logDestroyPending = true
  /** @internal The future it waits for. */ _futWaiter: Future<unknown> | ForeignFuture | null = null
  private _numCancelsRequested = 0
  private _mustCancel = false
  private _coro: CoroutineBase<T> | ForeignCoroutine<T> | null
  private readonly _context: Context
  private _name: string | number

  constructor(coro: CoroutineBase<T> | ForeignCoroutine<T>, options: TaskOptions & { readonly loop?: EventLoop | null } = {}) {
    super(options)
    if (!iscoroutine(coro)) {
      this._logDestroyPending = false
      throw new TypeError(`a coroutine was expected, got ${repr(coro)}`)
    }
    this._coro = coro
    const name = options.name
    this._name = name === null || name === undefined ? ++active.taskNames : str(name)
    this._context = options.context ?? currentContext().copy()
    active.tracker.taskMade(this)
    if (options.eagerStart === true && (options.loop ?? null) === null) {
      // _asynciomodule.c asks the argument, not the loop that it found (until 3.15).
      throw new AttributeError("'NoneType' object has no attribute 'is_running'")
    }
    this._loop._tasks.add(this)
    if (options.eagerStart === true && this._loop.isRunning()) this.startEagerly()
    else this._stepSoon(null)
  }

  /** Its coroutine; `null` for a task that ended in its first step, at once. */
  getCoro(): CoroutineBase<T> | ForeignCoroutine<T> | null { return this._coro }
  /** The context in which it runs. */
  getContext(): Context { return this._context }

  /** The frame of its coroutine while it can still run or when it failed; none otherwise, and none for what is a coroutine by its methods alone. */
  getStack(options: { readonly limit?: number | null } = {}): Frame[] {
    const coro = this._state === 'PENDING' || (this._state === 'FINISHED' && this._exception !== null) ? this._coro : null
    return coro === null || !('__qualname__' in coro) || (options.limit ?? 1) <= 0 ? [] : [new Frame(String(coro.__qualname__), 'async')]
  }

  /** Its name, `Task-1` and so on unless it was given one. */
  getName(): string { return typeof this._name === 'number' ? `Task-${this._name}` : this._name }
  /** Gives it a name: the `str` of a value that is no string. */
  setName(name: unknown): void { this._name = str(name) }

  override setResult(_result: T): void { throw new RuntimeError('Task does not support set_result operation') }
  override setException(_exception: unknown): void { throw new RuntimeError('Task does not support set_exception operation') }

  /** Asks the task to cancel itself: CancelledError is thrown into its coroutine. Returns false when it is done. */
  override cancel(message: unknown = null): boolean {
    this._retrieved()
    if (this._state !== 'PENDING') return false
    this._numCancelsRequested++
    if (this._futWaiter !== null && this._futWaiter.cancel(message)) return true
    this._mustCancel = true
    this._cancelMessage = message
    return true
  }

  /** How many requests to cancel are open. */
  cancelling(): number { return this._numCancelsRequested }

  /** Takes one request to cancel back; returns how many are left. */
  uncancel(): number {
    if (this._numCancelsRequested > 0 && --this._numCancelsRequested === 0) this._mustCancel = false
    return this._numCancelsRequested
  }

  /** @internal */
  _stepSoon(error: unknown): void { this._loop._push(new StepHandle(this, error)) }

  /** @internal */
  _wakeupSoon(future: Future<unknown>): void { this._loop._push(new WakeupHandle(this, future)) }

  /** @internal */
  _wakeup(future: Future<unknown>): void {
    // As `future.result()` would throw, without the throwing.
    if (future._state === 'FINISHED') {
      future._retrieved()
      this._step(future._exception)
    } else this._step(future._makeCancelledError())
  }

  /** One step of the coroutine; `error` is thrown into it unless it is `null`. @internal */
  _step(error: unknown): void {
    if (this._state !== 'PENDING') {
      throw new InvalidStateError(`__step(): already done: ${this} ${repr(error)}`)
    }
    let thrown = error
    if (this._mustCancel) {
      if (!(thrown instanceof CancelledError)) thrown = this._makeCancelledError()
      this._mustCancel = false
    }
    this._futWaiter = null
    const loop = this._loop
    if (loop._currentTask !== null) {
      throw new RuntimeError(`Cannot enter into task ${this} while another task ${loop._currentTask} is being executed.`)
    }
    loop._currentTask = this
    try {
      this.runStep(thrown)
      if (loop._currentTask !== this) {
        throw new RuntimeError(`Invalid attempt to leave task ${this} while task ${repr(loop._currentTask)} is entered.`)
      }
    } finally {
      if (loop._currentTask === this) loop._currentTask = null
    }
  }

  private startEagerly(): void {
    const loop = this._loop
    const previous = loop._currentTask
    loop._currentTask = this
    // Where that fails the task stays the current one; until 3.15, gh-157301.
    enterContext(this._context)
    try {
      this.runStep(null)
    } finally {
      this._context._exit()
      loop._currentTask = previous
      if (this._state !== 'PENDING') this._coro = null
    }
  }

  private runStep(error: unknown): void {
    const coro = this._coro
    if (coro === null) return
    let suspension: unknown
    try {
      if (coro instanceof CoroutineBase) {
        const step = error === null ? coro._resume(null) : coro._raise(error)
        if (step.done === true) {
          this.returned(step.value)
          return
        }
        suspension = step.value
      } else suspension = error === null ? coro.send(null) : coro.throw(error)
    } catch (thrown) {
      this.threw(thrown)
      return
    }
    this.suspended(suspension)
  }

  private returned(value: T): void {
    this._loop._tasks.delete(this)
    if (this._mustCancel) {
      this._mustCancel = false
      super.cancel(this._cancelMessage)
    } else this._finish(value)
  }

  private threw(error: unknown): void {
    // Only a coroutine that is not ours ends by throwing it.
    if (error instanceof StopIteration) {
      this.returned(error.value as T) // a foreign coroutine promises nothing about its value
      return
    }
    if (error instanceof Halt) throw error
    this._loop._tasks.delete(this)
    if (error instanceof CancelledError) {
      this._cancelledError = error
      super.cancel()
      return
    }
    this._fail(error)
    if (error instanceof KeyboardInterrupt || error instanceof SystemExit) throw error
  }

  /** _asynciomodule.c, task_step_handle_result_impl. */
  private suspended(future: unknown): void {
    if (Object.is(future, this)) {
      this._stepSoon(new RuntimeError(`Task cannot await on itself: ${this}`))
    } else if (future instanceof Future && future.addDoneCallback === addDoneCallback && future.result === result) {
      if (future._loop !== this._loop) {
        this._stepSoon(new RuntimeError(`Task ${this} got Future ${future} attached to a different loop`))
      } else if (!future._asyncioFutureBlocking) {
        this._stepSoon(new RuntimeError(`yield was used instead of yield from in task ${this} with ${future}`))
      } else {
        future._asyncioFutureBlocking = false
        this._futWaiter = future
        future._addWaiter(this)
        if (this._mustCancel && future.cancel(this._cancelMessage)) this._mustCancel = false
      }
    } else if (future === null || future === undefined) this._stepSoon(null)
    else if (isForeignFuture(future) || future instanceof Future) this.suspendedForeign(future)
    else if (typeName(future) === 'generator') {
      this._stepSoon(new RuntimeError(`yield was used instead of yield from for generator in task ${this} with ${repr(future)}`))
    } else this._stepSoon(new RuntimeError(`Task got bad yield: ${repr(future)}`))
  }

  private suspendedForeign(future: ForeignFuture): void {
    if (future.getLoop !== undefined && future.getLoop() !== this._loop) {
      this._stepSoon(new RuntimeError(`Task ${this} got Future ${repr(future)} attached to a different loop`))
    } else if (!future._asyncioFutureBlocking) {
      this._stepSoon(new RuntimeError(`yield was used instead of yield from in task ${this} with ${repr(future)}`))
    } else {
      future._asyncioFutureBlocking = false
      const wakeup = qualified(`${this.constructor.name}.task_wakeup`, (done: { result(): unknown }): void => { this.wakeupForeign(done) })
      future.addDoneCallback(onBehalfOf(this, wakeup), { context: this._context })
      this._futWaiter = future
      if (this._mustCancel && future.cancel(this._cancelMessage)) this._mustCancel = false
    }
  }

  private wakeupForeign(future: { result(): unknown }): void {
    try {
      future.result()
    } catch (error) {
      this._step(error)
      return
    }
    this._step(null)
  }

  /** CPython 3.14 base_tasks.py, _task_repr_info. @internal */
  protected override _describe(): string[] {
    const [state = '', ...rest] = super._describe()
    const parts = [this._numCancelsRequested > 0 && this._state === 'PENDING' ? 'cancelling' : state, `name=${repr(this.getName())}`]
    if (this._coro !== null) parts.push(`coro=<${formatCoroutine(this._coro)}>`)
    // CPython inserts it right behind the name, then the coroutine before it.
    if (this._futWaiter !== null) parts.push(`wait_for=${repr(this._futWaiter)}`)
    return [...parts, ...rest]
  }
}

// A future whose class makes these anew is waited for through them.
const { addDoneCallback, result } = Future.prototype

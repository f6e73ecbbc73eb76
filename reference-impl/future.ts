import { className } from './type-name.ts'
import type { AwaitIterator } from './await-iterator.ts'
import type { Awaitable } from './awaitable.ts'
import { currentContext, type Context } from './context.ts'
import type { EventLoop } from './event-loop.ts'
import { exceptionOrNull } from './exception-of.ts'
import { CancelledError, InvalidStateError } from './exceptions/asyncio-errors.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import { StopIteration } from './exceptions/iteration.ts'
import { formatCallback, type Callback } from './format-callback.ts'
import { futureIterator } from './future-iterator.ts'
import { FutureSteps } from './future-steps.ts'
import { getEventLoop } from './get-event-loop.ts'
import { raisedFrom } from './raised-from.ts'
import { checkMethod } from './operands.ts'
import { shortRepr } from './short-repr.ts'
import { SourcePlace } from './source-place.ts'
import type { Steps } from './steps.ts'
import { active } from './runtime-state.ts'
import { repr } from './repr.ts'
import type { Retrieval } from './unretrieved.ts'

/** What a future can be. */
export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED'

/** Where and in which context a callback is to be called. */
export interface CallOptions {
  readonly context?: Context | null
}

/** A task that waits for a future: cheaper than a callback of its own. */
export interface Waiter {
  _wakeupSoon(future: Future<unknown>): void
}

interface DoneCallback {
  readonly callback: Callback
  readonly context: Context
}

/**
 * A result that will be there later. CPython 3.14 futures.py and, for texts and awaiting, _asynciomodule.c.
 *
 * Await it with `yield*` inside a coroutine.
 */
export class Future<T> implements Awaitable<T> {
  /** @internal */ _state: FutureState = 'PENDING'
  /** @internal */ _loop: EventLoop
  /** @internal */ _result: T | null | undefined = null
  /** @internal */ _exception: unknown = null
  /** @internal Set by awaiting, so that a task can tell it from a mere `yield`. */ _asyncioFutureBlocking = false
  /** @internal */ _cancelMessage: unknown = null
  /** @internal Handed out once, then made anew. */ _cancelledError: unknown = null
  /** @internal Where, in debug mode. */ readonly _madeAt: SourcePlace | null
  /** @internal Who waits for it by what was told to `futureAddToAwaitedBy`. */ _awaitedBy: Set<Future<unknown>> | null = null
  /** @internal Who does not by what was told to `futureDiscardFromAwaitedBy`. */ _notAwaitedBy: Set<Future<unknown>> | null = null
  /** @internal Whether its exception is still to be retrieved. */ _retrieval: Retrieval | null = null
  private _callbacks: (DoneCallback | Waiter)[] | null = null

  constructor(options: { readonly loop?: EventLoop | null } = {}) {
    this._loop = options.loop ?? getEventLoop()
    if (typeof this._loop.getDebug !== 'function') checkMethod(this._loop, 'getDebug', 'get_debug')
    this._madeAt = this._loop.getDebug() ? new SourcePlace() : null
  }

  /** The loop whose callbacks it schedules. */
  getLoop(): EventLoop { return this._loop }
  /** Whether it has a result or an exception, or is cancelled. */
  done(): boolean { return this._state !== 'PENDING' }
  /** Whether it is cancelled. */
  cancelled(): boolean { return this._state === 'CANCELLED' }

  /** The result. Throws its exception, CancelledError, or InvalidStateError when it is not done. */
  result(): T { return this._outcome() }

  /** What awaiting it gives, whatever a subclass makes of `result`. @internal */
  _outcome(): T {
    if (this._state === 'FINISHED') {
      this._retrieved()
      if (this._exception !== null) throw this._exception
      return this._result as T // set together with the state
    }
    if (this._state === 'CANCELLED') throw this._makeCancelledError()
    throw new InvalidStateError('Result is not set.')
  }

  /** The exception or `null`. Throws CancelledError, or InvalidStateError when it is not done. */
  exception(): unknown {
    if (this._state === 'CANCELLED') throw this._makeCancelledError()
    if (this._state !== 'FINISHED') throw new InvalidStateError('Exception is not set.')
    this._retrieved()
    return this._exception
  }

  /** Throws InvalidStateError when it is done. */
  setResult(result: T): void {
    if (this._state !== 'PENDING') throw new InvalidStateError('invalid state')
    this._finish(result)
  }

  /** Takes an exception or a class of exceptions. Throws InvalidStateError when it is done. */
  setException(exception: unknown): void {
    if (this._state !== 'PENDING') throw new InvalidStateError('invalid state')
    const made = exceptionOrNull(exception)
    if (made === null) throw new TypeError('invalid exception object')
    if (!(made instanceof StopIteration)) {
      this._fail(made)
      return
    }
    this._fail(raisedFrom(new RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future'), made))
  }

  /** Cancels it, unless it is done. Returns whether it did. */
  cancel(message: unknown = null): boolean {
    this._retrieved()
    if (this._state !== 'PENDING') return false
    this._cancelMessage = message
    this._state = 'CANCELLED'
    this._scheduleCallbacks()
    return true
  }

  /** Calls `callback(future)` through the loop when it is done. */
  addDoneCallback(callback: (future: this) => unknown, options: CallOptions = {}): void {
    if (this._state !== 'PENDING') {
      this._loop._callSoon(callback, [this], options.context)
      return
    }
    this.keep({ callback, context: options.context ?? currentContext().copy() })
  }

  /** Removes every registration of `callback`; returns how many there were. */
  removeDoneCallback(callback: (future: this) => unknown): number {
    if (this._callbacks === null) return 0
    const same = new Set(this._callbacks.filter(entry => 'callback' in entry && sameCallback(entry.callback, callback)))
    // Comparing may have run code that removed some itself.
    this._callbacks = this._callbacks?.filter(entry => !same.has(entry)) ?? null
    return same.size
  }

  /** @internal */
  _addWaiter(waiter: Waiter): void {
    if (this._state !== 'PENDING') waiter._wakeupSoon(this)
    else this.keep(waiter)
  }

  private keep(entry: DoneCallback | Waiter): void {
    if (this._callbacks === null) this._callbacks = [entry]
    else this._callbacks.push(entry)
    if (this._notAwaitedBy === null) return
    const awaiter = awaiterOf(entry)
    if (awaiter !== null) this._notAwaitedBy.delete(awaiter)
  }

  /** Who waits for it: tasks that await it, those for whom a callback stands, and what was told by hand. @internal */
  _awaiters(): Set<Future<unknown>> {
    const awaiters = new Set(this._awaitedBy)
    // Who waited for what is done waits until its turn.
    const waiting = this._state === 'PENDING' ? (this._callbacks ?? []).map(awaiterOf) : this._loop._toCall.map(handle => handle._awaiter(this))
    for (const awaiter of waiting) {
      if (awaiter instanceof Future && this._notAwaitedBy?.has(awaiter) !== true) awaiters.add(awaiter)
    }
    return awaiters
  }

  /** The error that awaiting a cancelled future throws: the original one for the first who asks. @internal */
  _makeCancelledError(): unknown {
    if (this._cancelledError !== null) {
      const error = this._cancelledError
      this._cancelledError = null
      return error
    }
    return this._cancelMessage === null ? new CancelledError() : new CancelledError(this._cancelMessage)
  }

  /** @internal */
  _finish(result: T): void {
    this._result = result
    this._state = 'FINISHED'
    this._scheduleCallbacks()
  }

  /** @internal */
  _fail(exception: unknown): void {
    this._exception = exception
    this._state = 'FINISHED'
    this._scheduleCallbacks()
    this._retrieval = { pending: true }
    active.tracker.futureFailed(this)
  }

  /** @internal */
  _retrieved(): void { if (this._retrieval !== null) this._retrieval.pending = false }

  private _scheduleCallbacks(): void {
    const callbacks = this._callbacks
    if (callbacks === null) return
    this._callbacks = null
    for (const entry of callbacks) {
      if ('callback' in entry) this._loop._callSoon(entry.callback, [this], entry.context)
      else entry._wakeupSoon(this)
    }
  }

  [Symbol.iterator](): Steps<T> { return new FutureSteps(this) }
  __await__(): AwaitIterator<T> { return futureIterator(this) }

  /** CPython's `repr`. */
  toString(): string {
    if (inProgress.has(this)) return '...'
    inProgress.add(this)
    try {
      return `<${className(this)} ${this._describe().join(' ')}>`
    } finally {
      inProgress.delete(this)
    }
  }

  /** CPython 3.14 base_futures.py, _future_repr_info. @internal */
  protected _describe(): string[] {
    const parts = [this._state.toLowerCase()]
    if (this._state === 'FINISHED') {
      parts.push(this._exception === null ? `result=${shortRepr(this._result)}` : `exception=${repr(this._exception)}`)
    }
    const callbacks = this._callbacks ?? []
    if (callbacks.length > 0) {
      const names = callbacks.map(entry => 'callback' in entry ? formatCallback(entry.callback, [], false) : `${entry.constructor.name}.task_wakeup()`)
      const shown = names.length > 2 ? [names[0], `<${names.length - 2} more>`, names.at(-1)] : names
      parts.push(`cb=[${shown.join(', ')}]`)
    }
    if (this._madeAt !== null) parts.push(`created at ${this._madeAt}`)
    return parts
  }
}

const inProgress = new Set<object>()

/** As Python's `==` asks both: bound methods are equal when their functions and objects are. */
function sameCallback(a: Comparable, b: Comparable): boolean {
  return a === b || a.__eq__?.(b) === true || b.__eq__?.(a) === true
}

type Comparable = Callback & { __eq__?: (other: unknown) => unknown }

/** Who waits by an entry. */
function awaiterOf(entry: DoneCallback | Waiter): Future<unknown> | null {
  const awaiter = 'callback' in entry ? entry.callback._awaiter : entry
  return awaiter instanceof Future ? awaiter : null
}

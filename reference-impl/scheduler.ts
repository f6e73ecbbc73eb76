import { callArguments, type CallArguments } from './call-arguments.ts'
import { checkCallback } from './check-callback.ts'
import type { Context } from './context.ts'
import type { ExceptionContext } from './exception-context.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import type { Callback } from './format-callback.ts'
import { Handle } from './handle.ts'
import { plus } from './operands.ts'
import { active } from './runtime-state.ts'
import { _ThreadSafeHandle } from './thread-safe-handle.ts'
import { TimerHandle } from './timer-handle.ts'
import { TimerHeap } from './timer-heap.ts'

/**
 * The part of an event loop that calls callbacks: a FIFO queue of those that are ready, and timers.
 * CPython 3.14 base_events.py.
 *
 * A pass runs the callbacks that were ready when it began; those they add wait for the next pass.
 */
export abstract class Scheduler {
  /** @internal Seconds by which a timer may come too early. */ _clockResolution = 1e-9
  protected _ready: Handle[] = []
  /** What the present pass calls, and how much of it has had its turn. */
  private batch: readonly Handle[] = []
  private called = 0
  protected readonly _scheduled = new TimerHeap()
  protected _stopping = false
  protected _debug = false
  private timerCancelledCount = 0
  private running = false
  private closed = false

  /** Seconds of this loop's clock. */
  abstract time(): number
  /** Is told of what a callback throws. */
  abstract callExceptionHandler(context: ExceptionContext): void
  /** Waits for what comes from outside; with `idle`, until something is ready or a timer is due. */
  protected abstract _select(idle: boolean): void

  /** Calls `callback` in the next pass, after everything that is ready already. Throws RuntimeError when the loop is closed. */
  callSoon<A extends unknown[]>(callback: (...args: A) => unknown, ...args: CallArguments<A>): Handle {
    this._checkClosed()
    return this._callSoon(callback, ...callArguments(args))
  }

  /** Like `callSoon`, from other threads: wakes the loop. */
  callSoonThreadsafe<A extends unknown[]>(callback: (...args: A) => unknown, ...args: CallArguments<A>): Handle {
    this._checkClosed()
    if (this._debug) checkCallback(callback, 'call_soon_threadsafe')
    const [given, context] = callArguments(args)
    const handle = new _ThreadSafeHandle(callback, given, this, context)
    this._pushThreadsafe(handle)
    return handle
  }

  /** Calls `callback` after `delay` seconds. Throws as `callSoon`. */
  callLater<A extends unknown[]>(delay: number, callback: (...args: A) => unknown, ...args: CallArguments<A>): TimerHandle {
    if (delay === null || delay === undefined) throw new TypeError('delay must not be None')
    return this.schedule(typeof delay === 'number' ? this.time() + delay : plus(this.time(), delay), callback, args)
  }

  /** Calls `callback` when the loop's clock shows `when`. Throws as `callSoon`. */
  callAt<A extends unknown[]>(when: number, callback: (...args: A) => unknown, ...args: CallArguments<A>): TimerHandle {
    if (when === null || when === undefined) throw new TypeError('when cannot be None')
    return this.schedule(when, callback, args)
  }

  /** Whether debug mode is on. */
  getDebug(): boolean { return this._debug }
  /** Debug mode: callbacks are checked, and futures and handles remember where they were made. */
  setDebug(enabled: boolean): void { this._debug = Boolean(enabled) }
  /** Whether it runs now. */
  isRunning(): boolean { return this.running }
  /** Whether it was closed: then nothing can be scheduled. */
  isClosed(): boolean { return this.closed }

  /** The pass that is running is the last one. */
  stop(): void { this._stopping = true }

  /** Drops everything that is scheduled. Throws RuntimeError while running. */
  close(): void {
    if (this.running) throw new RuntimeError('Cannot close a running event loop')
    this.closed = true
    this._ready = []
    this._scheduled.clear()
  }

  /** `callSoon` with everything in its place. @internal */
  _callSoon(callback: Callback, args: readonly unknown[], context: Context | null | undefined): Handle {
    if (this._debug) {
      this._checkClosed()
      this.checkDebug(callback, 'call_soon')
    }
    const handle = new Handle(callback, args, this, context)
    this._push(handle)
    return handle
  }

  /** @internal */
  _push(handle: Handle): void {
    if (this.closed) throw new RuntimeError('Event loop is closed')
    this._ready.push(handle)
  }

  /** @internal */
  protected _pushThreadsafe(handle: Handle): void { this._push(handle) }

  /** @internal */
  _timerHandleCancelled(timer: TimerHandle): void { if (timer._scheduled) this.timerCancelledCount++ }

  /** @internal */
  _checkClosed(): void { if (this.closed) throw new RuntimeError('Event loop is closed') }

  /** @internal */
  _checkRunning(): void {
    if (this.running) throw new RuntimeError('This event loop is already running')
    if (active.runningLoop !== null) throw new RuntimeError('Cannot run the event loop while another loop is running')
  }

  protected _runForeverSetup(): void {
    this._checkClosed()
    this._checkRunning()
    this.running = true
  }

  protected _runForeverCleanup(): void {
    this._stopping = false
    this.running = false
  }

  /** One pass. CPython 3.14 base_events.py, _run_once. */
  protected _runOnce(): void {
    const scheduled = this._scheduled
    if (scheduled.size > 100 && this.timerCancelledCount / scheduled.size > 0.5) {
      scheduled.purge()
      this.timerCancelledCount = 0
    } else {
      while (scheduled.first?._cancelled === true) {
        this.timerCancelledCount--
        const timer = scheduled.pop()
        if (timer !== undefined) timer._scheduled = false
      }
    }
    this._select(this._ready.length === 0 && !this._stopping)
    const end = this.time() + this._clockResolution
    for (let timer = scheduled.first; timer !== undefined && !(timer._when >= end); timer = scheduled.first) {
      scheduled.pop()
      timer._scheduled = false
      this._ready.push(timer)
    }
    const batch = this._ready
    this._ready = []
    this._runBatch(batch)
  }

  /** The callbacks of a pass. When one throws, those behind it come first in the next. */
  protected _runBatch(batch: readonly Handle[]): void {
    this.batch = batch
    this.called = 0
    try {
      for (const handle of batch) {
        this.called++
        if (!handle._cancelled) handle._run()
      }
    } finally {
      if (this.called < batch.length) this._ready = [...batch.slice(this.called), ...this._ready]
      this.batch = []
    }
  }

  /** What is to be called in this pass and the next. @internal */
  get _toCall(): readonly Handle[] { return [...this.batch.slice(this.called), ...this._ready] }

  private schedule(when: number, callback: Callback, args: readonly unknown[]): TimerHandle {
    this._checkClosed()
    if (this._debug) this.checkDebug(callback, 'call_at')
    const [given, context] = callArguments(args)
    const timer = new TimerHandle(when, callback, given, this, context)
    this._scheduled.push(timer)
    timer._scheduled = true
    return timer
  }

  /** Whether whoever calls is in another thread than the loop. @internal */
  protected _isForeign(): boolean { return active.clock?.inThread === true }

  /** CPython 3.14 base_events.py, _check_thread and _check_callback. */
  private checkDebug(callback: unknown, method: string): void {
    if (this.running && this._isForeign()) {
      throw new RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')
    }
    checkCallback(callback, method)
  }
}

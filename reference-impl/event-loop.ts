import type { ChildProcess } from 'node:child_process'
import type { AsyncGenerator } from './async-generator.ts'
import { callArguments, type CallArguments } from './call-arguments.ts'
import type { Context } from './context.ts'
import { CoroutineBase } from './coroutine-base.ts'
import { coroutine, isCoroutineFunction, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { DefaultExecutor, type Executor } from './default-executor.ts'
import { defaultExceptionHandler } from './default-exception-handler.ts'
import { ensureFuture } from './ensure-future.ts'
import type { ExceptionContext } from './exception-context.ts'
import { NotImplementedError, RuntimeError, TypeError } from './exceptions/errors.ts'
import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import type { Callback } from './format-callback.ts'
import { Future } from './future.ts'
import { handleException } from './handle-exception.ts'
import { Handle } from './handle.ts'
import { iscoroutine, type ForeignCoroutine } from './iscoroutine.ts'
import { repr } from './repr.ts'
import type { ProcessOptions } from './processes.ts'
import { active } from './runtime-state.ts'
import type { Protocol } from './protocol.ts'
import type { Server } from './server.ts'
import type { SocketTransport } from './socket-transport.ts'
import type { ServerOptions, SocketTarget } from './sockets.ts'
import { shutdownAsyncgens } from './shutdown-asyncgens.ts'
import type { SubprocessProtocol, SubprocessTransport } from './subprocess-transport.ts'
import { Task, type TaskOptions } from './task.ts'
import type { ThreadPoolExecutor } from './thread-pool-executor.ts'
import { TimerHandle } from './timer-handle.ts'
import { TimerHeap } from './timer-heap.ts'

/** `PIPE` of `asyncio.subprocess`. */
const pipe = -1

/** Is told of exceptions that nobody else gets. */
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => unknown

/** Makes the tasks of a loop. */
export type TaskFactory = <T>(loop: EventLoop, coro: CoroutineBase<T> | ForeignCoroutine<T>, options: TaskOptions) => Task<T>

/**
 * The event loop: a FIFO queue of callbacks, timers, and what is reported. CPython 3.14 base_events.py.
 *
 * A pass runs the callbacks that were ready when it began; those they add wait for the next pass. The two kinds of
 * loop, `VirtualEventLoop` and `RealEventLoop`, differ in how they wait.
 */
export abstract class EventLoop {
  /** @internal Not done, in the order they were made. */ readonly _tasks = new Set<Task<unknown>>()
  /** @internal */ _currentTask: Task<unknown> | null = null
  /** @internal Begun and not ended. */ readonly _asyncgens = new Set<AsyncGenerator<unknown>>()
  /** Seconds; kept for programs that set it, nothing is logged on the virtual clock. */
  slowCallbackDuration = 0.1
  /** @internal Seconds by which a timer may come too early. */ _clockResolution = 1e-9
  protected _ready: Handle[] = []
  protected readonly _scheduled = new TimerHeap()
  protected _stopping = false
  private timerCancelledCount = 0
  private running = false
  private closed = false
  private debug = false
  private exceptionHandler: ExceptionHandler | null = null
  private taskFactory: TaskFactory | null = null
  private readonly own = { loop: this }
  private readonly defaultExecutor = new DefaultExecutor()

  /** Seconds of this loop's clock. */
  abstract time(): number
  /** Waits for what comes from outside; with `idle`, until something is ready or a timer is due. */
  protected abstract _select(idle: boolean): void

  createFuture<T = unknown>(): Future<T> { return new Future<T>(this.own) }

  /** Makes a task of a coroutine and schedules its first step. Throws RuntimeError when the loop is closed. */
  createTask<T>(coro: CoroutineBase<T> | ForeignCoroutine<T>, options?: TaskOptions): Task<T> {
    this._checkClosed()
    if (this.taskFactory !== null) return this.taskFactory(this, coro, options ?? {})
    return new Task(coro, options === undefined ? this.own : { ...options, loop: this })
  }

  /** Throws TypeError unless it is a function or `null`. */
  setTaskFactory(factory: TaskFactory | null): void {
    if (factory !== null && typeof factory !== 'function') throw new TypeError('task factory must be a callable or None')
    this.taskFactory = factory
  }

  getTaskFactory(): TaskFactory | null { return this.taskFactory }

  /** Calls `callback` in the next pass, after everything that is ready already. */
  callSoon<A extends unknown[]>(callback: (...args: A) => unknown, ...args: CallArguments<A>): Handle {
    this._checkClosed()
    return this._callSoon(callback, ...callArguments(args))
  }

  /** Like `callSoon`, from other threads: wakes the loop. */
  callSoonThreadsafe<A extends unknown[]>(callback: (...args: A) => unknown, ...args: CallArguments<A>): Handle {
    this._checkClosed()
    if (this.debug) this._checkCallback(callback, 'call_soon_threadsafe')
    const handle = new Handle(callback, ...this._bound(args))
    this._pushThreadsafe(handle)
    return handle
  }

  /** Calls `callback` after `delay` seconds. */
  callLater<A extends unknown[]>(delay: number, callback: (...args: A) => unknown, ...args: CallArguments<A>): TimerHandle {
    if (delay === null || delay === undefined) throw new TypeError('delay must not be None')
    return this._callAt(this.time() + delay, callback, args, 'call_at')
  }

  /** Calls `callback` when the loop's clock shows `when`. */
  callAt<A extends unknown[]>(when: number, callback: (...args: A) => unknown, ...args: CallArguments<A>): TimerHandle {
    if (when === null || when === undefined) throw new TypeError('when cannot be None')
    return this._callAt(when, callback, args, 'call_at')
  }

  /** Runs a function in an executor, the default one for `null`. */
  runInExecutor<A extends unknown[], T>(executor: Executor | null, fn: (...args: A) => T, ...args: A): Future<T> {
    this._checkClosed()
    if (this.debug) this._checkCallback(fn, 'run_in_executor')
    return this.defaultExecutor.run(this, executor, fn, args)
  }

  /** Sets what `runInExecutor(null, …)` uses. */
  setDefaultExecutor(executor: ThreadPoolExecutor): void { this.defaultExecutor.set(executor) }

  getExceptionHandler(): ExceptionHandler | null { return this.exceptionHandler }

  /** Throws TypeError unless it is a function or `null`. */
  setExceptionHandler(handler: ExceptionHandler | null): void {
    if (handler !== null && typeof handler !== 'function') {
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`)
    }
    this.exceptionHandler = handler
  }

  defaultExceptionHandler(context: ExceptionContext): void { defaultExceptionHandler(context) }

  /** Tells the exception handler, and the default one when that fails. */
  callExceptionHandler(context: ExceptionContext): void { handleException(this, this.exceptionHandler, context) }

  getDebug(): boolean { return this.debug }
  setDebug(enabled: boolean): void { this.debug = Boolean(enabled) }
  isRunning(): boolean { return this.running }
  isClosed(): boolean { return this.closed }

  /** The pass that is running is the last one. */
  stop(): void { this._stopping = true }

  /** Drops everything that is scheduled. Throws RuntimeError while running. */
  close(): void {
    if (this.running) throw new RuntimeError('Cannot close a running event loop')
    if (this.closed) return
    this.closed = true
    this._ready = []
    this._scheduled.clear()
    this.defaultExecutor.close()
  }

  /** Connects to a server and makes a transport for the protocol: both. */
  createConnection<P extends Protocol>(factory: () => P, host: string, port: number): Coroutine<readonly [SocketTransport, P]> {
    return createConnection(this, factory, { host, port })
  }

  createUnixConnection<P extends Protocol>(factory: () => P, path: string): Coroutine<readonly [SocketTransport, P]> {
    return createConnection(this, factory, { path })
  }

  /** Listens; every connection gets a protocol that `factory` makes. */
  createServer(factory: () => Protocol, host: string | null, port: number, options: ServerOptions = {}): Coroutine<Server> {
    return createServer(this, factory, { host, port }, options)
  }

  createUnixServer(factory: () => Protocol, path: string, options: ServerOptions = {}): Coroutine<Server> {
    return createServer(this, factory, { path }, options)
  }

  /** Throws NotImplementedError on a virtual clock. @internal */
  _connect<P extends Protocol>(_factory: () => P, _target: SocketTarget): CoroutineBody<readonly [SocketTransport, P]> {
    throw new NotImplementedError()
  }

  /** Starts a program with a protocol of its own; pipes for its streams unless the options, which come last, say otherwise. */
  subprocessExec<P extends SubprocessProtocol>(factory: () => P, program: string, ...args: readonly (string | ProcessOptions)[]): Coroutine<readonly [SubprocessTransport, P]> {
    return subprocessExec(this, factory, [program, ...args.filter(word => typeof word === 'string')], args.find(word => typeof word === 'object') ?? {})
  }

  /** Throws NotImplementedError on a virtual clock. @internal */
  _start<P extends SubprocessProtocol>(
    _factory: () => P, _words: readonly string[], _options: ProcessOptions, _pipes?: (child: ChildProcess) => void,
  ): CoroutineBody<readonly [SubprocessTransport, P]> {
    throw new NotImplementedError()
  }

  /** Throws NotImplementedError on a virtual clock. @internal */
  _listen(_factory: () => Protocol, _target: SocketTarget, _options: ServerOptions): CoroutineBody<Server> {
    throw new NotImplementedError()
  }

  /** Closes the asynchronous generators that were begun and not ended. */
  shutdownAsyncgens(): Coroutine<void> { return shutdownAsyncgens(this) }

  /** Waits for the functions in the default executor to end, `timeout` seconds at most. */
  shutdownDefaultExecutor(timeout: number | null = null): Coroutine<null> { return shutdownDefaultExecutor(this, this.defaultExecutor, timeout) }

  toString(): string {
    return `<${this._className()} running=${repr(this.running)} closed=${repr(this.closed)} debug=${repr(this.debug)}>`
  }

  protected _className(): string { return this.constructor.name }

  /** `callSoon` with everything in its place. @internal */
  _callSoon(callback: Callback, args: readonly unknown[], context: Context | null | undefined): Handle {
    if (this.debug) this._checkDebug(callback, 'call_soon')
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

  private _bound(args: readonly unknown[]): [readonly unknown[], EventLoop, Context | null] {
    const [given, context] = callArguments(args)
    return [given, this, context]
  }

  private _callAt(when: number, callback: Callback, args: readonly unknown[], method: string): TimerHandle {
    this._checkClosed()
    if (this.debug) this._checkDebug(callback, method)
    const timer = new TimerHandle(when, callback, ...this._bound(args))
    this._scheduled.push(timer)
    timer._scheduled = true
    return timer
  }

  private _checkDebug(callback: unknown, method: string): void {
    if (this.running && active.clock?.inThread === true) {
      throw new RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')
    }
    this._checkCallback(callback, method)
  }

  private _checkCallback(callback: unknown, method: string): void {
    if (iscoroutine(callback) || isCoroutineFunction(callback)) throw new TypeError(`coroutines cannot be used with ${method}()`)
    if (typeof callback !== 'function') {
      throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`)
    }
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
    for (let timer = scheduled.first; timer !== undefined && timer._when < end; timer = scheduled.first) {
      scheduled.pop()
      timer._scheduled = false
      this._ready.push(timer)
    }
    const batch = this._ready
    this._ready = []
    let done = 0
    try {
      for (const handle of batch) {
        done++
        if (!handle._cancelled) handle._run()
      }
    } finally {
      if (done < batch.length) this._ready = [...batch.slice(done), ...this._ready]
    }
  }

  protected _checkRunning(): void {
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

  /** What `runUntilComplete` runs: the future and whether it was made for that. */
  protected _untilComplete<T>(awaitable: Parameters<typeof ensureFuture<T>>[0]): { future: Future<T>, isNew: boolean } {
    this._checkClosed()
    this._checkRunning()
    const isNew = !(awaitable instanceof Future)
    const future = ensureFuture(awaitable, { loop: this })
    if (isNew && future instanceof Task) future._logDestroyPending = false
    future.addDoneCallback(_run_until_complete_cb)
    return { future, isNew }
  }

  /** After the run: the result of the future, if it is done. */
  protected _completed<T>(future: Future<T>): T {
    if (!future.done()) throw new RuntimeError('Event loop stopped before Future completed.')
    return future.result()
  }

  /** After a run that threw: the caller has no access to a task made for it. */
  protected _failed(future: Future<unknown>, isNew: boolean): void {
    if (isNew && future.done() && !future.cancelled()) future.exception()
  }

  protected _forget(future: Future<unknown>): void { future.removeDoneCallback(_run_until_complete_cb) }
}

function createConnection<P extends Protocol>(loop: EventLoop, factory: () => P, target: SocketTarget): Coroutine<readonly [SocketTransport, P]> {
  return coroutine(function* create_connection() { return yield* loop._connect(factory, target) }, 'BaseEventLoop.create_connection')()
}

function subprocessExec<P extends SubprocessProtocol>(
  loop: EventLoop, factory: () => P, words: readonly string[], options: ProcessOptions,
): Coroutine<readonly [SubprocessTransport, P]> {
  const pipes = { stdin: pipe, stdout: pipe, stderr: pipe }
  return coroutine(function* subprocess_exec() { return yield* loop._start(factory, words, { ...pipes, ...options }) }, 'BaseEventLoop.subprocess_exec')()
}

const createServer = coroutine(function* create_server(loop: EventLoop, factory: () => Protocol, target: SocketTarget, options: ServerOptions) {
  return yield* loop._listen(factory, target, options)
}, 'BaseEventLoop.create_server')

const shutdownDefaultExecutor = coroutine(function* shutdownDefaultExecutor(
  loop: EventLoop, executor: DefaultExecutor, timeout: number | null,
) {
  return yield* executor.shutdown(loop, timeout)
}, 'BaseEventLoop.shutdown_default_executor')

/** CPython 3.14 base_events.py; the name shows in the `repr` of what runs. */
function _run_until_complete_cb(future: Future<unknown>): void {
  if (!future.cancelled()) {
    const error = future.exception()
    // The loop is being left by it already.
    if (error instanceof KeyboardInterrupt || error instanceof SystemExit) return
  }
  future.getLoop().stop()
}

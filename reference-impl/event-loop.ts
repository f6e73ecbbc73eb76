import type { AsyncGenerator } from './async-generator.ts'
import { checkCallback } from './check-callback.ts'
import { CoroutineBase } from './coroutine-base.ts'
import { coroutine, type Coroutine } from './coroutine.ts'
import { DefaultExecutor } from './default-executor.ts'
import { defaultExceptionHandler } from './default-exception-handler.ts'
import type { ExceptionContext } from './exception-context.ts'
import { TypeError } from './exceptions/errors.ts'
import type { Executor } from './executor.ts'
import { Future } from './future.ts'
import { handleException } from './handle-exception.ts'
import type { ForeignCoroutine } from './iscoroutine.ts'
import { repr } from './repr.ts'
import { OutsideLoop } from './outside-loop.ts'
import { shutdownAsyncgens } from './shutdown-asyncgens.ts'
import { Task, type TaskOptions } from './task.ts'
import type { ThreadPoolExecutor } from './thread-pool-executor.ts'

/** Is told of exceptions that nobody else gets. */
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => unknown

/** Makes the tasks of a loop. */
export type TaskFactory = <T>(loop: EventLoop, coro: CoroutineBase<T> | ForeignCoroutine<T>, options: TaskOptions) => Task<T>

/**
 * The event loop: what calls callbacks, and all that programs ask of a loop. CPython 3.14 base_events.py.
 *
 * The two kinds of loop, `VirtualEventLoop` and `RealEventLoop`, differ in how they wait.
 */
export abstract class EventLoop extends OutsideLoop {
  /** @internal Not done, in the order they were made. */ readonly _tasks = new Set<Task<unknown>>()
  /** @internal */ _currentTask: Task<unknown> | null = null
  /** @internal Begun and not ended. */ readonly _asyncgens = new Set<AsyncGenerator<unknown>>()
  /** Seconds; kept for programs that set it, nothing is logged on the virtual clock. */
  slowCallbackDuration = 0.1
  private exceptionHandler: ExceptionHandler | null = null
  private taskFactory: TaskFactory | null = null
  private readonly own = { loop: this }
  private readonly defaultExecutor = new DefaultExecutor()

  /** A future of this loop. */
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

  /** What `setTaskFactory` set, or `null`. */
  getTaskFactory(): TaskFactory | null { return this.taskFactory }

  /** Runs a function in an executor, the default one for `null`. */
  runInExecutor<A extends unknown[], T>(executor: Executor | null, fn: (...args: A) => T, ...args: A): Future<T> {
    this._checkClosed()
    if (this._debug) checkCallback(fn, 'run_in_executor')
    return this.defaultExecutor.run(this, executor, fn, args)
  }

  /** Sets what `runInExecutor(null, …)` uses. */
  setDefaultExecutor(executor: ThreadPoolExecutor): void { this.defaultExecutor.set(executor) }

  /** What `setExceptionHandler` set, or `null`. */
  getExceptionHandler(): ExceptionHandler | null { return this.exceptionHandler }

  /** Throws TypeError unless it is a function or `null`. */
  setExceptionHandler(handler: ExceptionHandler | null): void {
    if (handler !== null && typeof handler !== 'function') {
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`)
    }
    this.exceptionHandler = handler
  }

  /** Prints on `console.error`; what is used while no handler is set. */
  defaultExceptionHandler(context: ExceptionContext): void { defaultExceptionHandler(context) }

  /** Tells the exception handler, and the default one when that fails. */
  callExceptionHandler(context: ExceptionContext): void { handleException(this, this.exceptionHandler, context) }

  /** Drops everything that is scheduled, and the executor. Throws RuntimeError while running. */
  override close(): void {
    super.close()
    this.defaultExecutor.close()
  }

  /** Closes the asynchronous generators that were begun and not ended. */
  shutdownAsyncgens(): Coroutine<void> { return shutdownAsyncgens(this) }

  /** Waits for the functions in the default executor to end, `timeout` seconds at most. */
  shutdownDefaultExecutor(timeout: number | null = null): Coroutine<null> { return shutdownDefaultExecutor(this, this.defaultExecutor, timeout) }

  override toString(): string {
    return `<${this._className()} running=${repr(this.isRunning())} closed=${repr(this.isClosed())} debug=${repr(this._debug)}>`
  }

  protected _className(): string { return this.constructor.name }
}

const shutdownDefaultExecutor = coroutine(function* shutdownDefaultExecutor(
  loop: EventLoop, executor: DefaultExecutor, timeout: number | null,
) {
  return yield* executor.shutdown(loop, timeout)
}, 'BaseEventLoop.shutdown_default_executor')

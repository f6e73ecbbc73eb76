import { asyncWith } from './async-with.ts'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import { TimeoutError } from './exceptions/os-errors.ts'
import type { Executor } from './executor.ts'
import type { Future } from './future.ts'
import { checkMethod } from './operands.ts'
import { qualified } from './qualified.ts'
import { active } from './runtime-state.ts'
import { ThreadPoolExecutor } from './thread-pool-executor.ts'
import { timeout as timeoutBlock } from './timeout.ts'
import { wrapFuture } from './wrap-future.ts'

export type { Executor }

/**
 * An event loop's default executor: made when first needed, waited for when the loop is shut down.
 * CPython 3.14 `base_events.py`, `run_in_executor`, `set_default_executor`, `shutdown_default_executor`.
 */
export class DefaultExecutor {
  private executor: ThreadPoolExecutor | null = null
  private isShutdown = false

  /** Runs `fn(...args)` in `executor`, `null` for this one; throws `RuntimeError` when this one has been shut down. */
  run<A extends unknown[], T>(loop: EventLoop, executor: Executor | null, fn: (...args: A) => T, args: A): Future<T> {
    const used = executor ?? this.ready()
    checkMethod(used, 'submit', 'submit')
    return wrapFuture(used.submit(fn, ...args), { loop })
  }

  private ready(): ThreadPoolExecutor {
    if (this.isShutdown) throw new RuntimeError('Executor shutdown has been called')
    return this.executor ??= new ThreadPoolExecutor({ threadNamePrefix: 'asyncio' })
  }

  /** Throws `TypeError` for what is no `ThreadPoolExecutor`. */
  set(executor: ThreadPoolExecutor): void {
    if (!(executor instanceof ThreadPoolExecutor)) throw new TypeError('executor must be ThreadPoolExecutor instance')
    this.executor = executor
  }

  /** Takes no more functions and waits until those submitted have ended; after `timeout` seconds warns and leaves them. */
  *shutdown(loop: EventLoop, timeout: number | null): CoroutineBody<null> {
    this.isShutdown = true
    const { executor } = this
    if (executor === null) return null
    const future = loop.createFuture<null>()
    const ended = qualified('_set_result_unless_cancelled', (): void => {
      if (!future.cancelled()) future.setResult(null)
    })
    executor.shutdownThen(() => {
      if (!loop.isClosed()) loop.callSoonThreadsafe(ended)
    })
    try {
      yield* asyncWith(timeoutBlock(timeout), function* () { return yield* future })
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error
      active.tracker.warn('RuntimeWarning', `The executor did not finishing joining its threads within ${timeout} seconds.`)
      executor.shutdown(false)
    }
    return null
  }

  /** The loop is closed: nobody waits for what still runs. */
  close(): void {
    this.isShutdown = true
    this.executor?.shutdown(false)
    this.executor = null
  }
}

import { allTasks } from './all-tasks.ts'
import { hasAwait } from './awaitable.ts'
import { Context, copyContext } from './context.ts'
import { CoroutineBase } from './coroutine-base.ts'
import { _wrap_awaitable, ensureFuture, type FutureLike } from './ensure-future.ts'
import type { EventLoop } from './event-loop.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import type { Future } from './future.ts'
import { gather } from './gather.ts'
import { setEventLoop } from './get-event-loop.ts'
import { iscoroutine } from './iscoroutine.ts'
import { isPromise } from './is-promise.ts'
import { active, type RuntimeState } from './runtime-state.ts'
import type { Task } from './task.ts'

/** How a runner makes its loop. */
export interface RunnerOptions<L extends EventLoop> {
  readonly debug?: boolean | null
  /** Makes the loop instead of the default. */
  readonly loopFactory?: (() => L) | null
}

/** What the two runners share: everything but the waiting. CPython 3.14 runners.py. */
export abstract class RunnerBase<L extends EventLoop> {
  private state: 'created' | 'initialized' | 'closed' = 'created'
  private loop: L | null = null
  private context: Context | null = null
  /** Where the loop was set, to be reset. */
  private owner: RuntimeState | null = null
  private readonly options: RunnerOptions<L>

  constructor(options: RunnerOptions<L> = {}) { this.options = options }

  protected abstract newLoop(): L

  /** The loop; made when first needed. Throws RuntimeError when the runner is closed. */
  getLoop(): L {
    if (this.state === 'closed') throw new RuntimeError('Runner is closed')
    if (this.loop !== null) return this.loop
    const factory = this.options.loopFactory ?? null
    const loop = factory === null ? this.newLoop() : factory()
    if (factory === null && this.owner === null) {
      setEventLoop(loop)
      this.owner = active
    }
    if (this.options.debug !== null && this.options.debug !== undefined) loop.setDebug(this.options.debug)
    this.context = copyContext()
    this.state = 'initialized'
    this.loop = loop
    return loop
  }

  /** The task for what is to be run. Throws TypeError for what cannot be awaited, RuntimeError inside a running loop. */
  protected taskFor<T>(main: FutureLike<T>, context: Context | null | undefined): Task<T> | Future<T> {
    if (active.runningLoop !== null) throw new RuntimeError('Runner.run() cannot be called from a running event loop')
    const loop = this.getLoop()
    const options = { context: context ?? this.context }
    if (main instanceof CoroutineBase) return loop.createTask<T>(main, options)
    if (iscoroutine<T>(main)) return loop.createTask(main, options)
    if (hasAwait(main)) return loop.createTask(_wrap_awaitable(main), options)
    if (isPromise(main)) return ensureFuture(main, { loop })
    throw new TypeError('An asyncio.Future, a coroutine or an awaitable is required')
  }

  /** What is to be waited for, one after the other, before the loop can be closed. */
  protected *closing(): Generator<FutureLike<unknown>, void, unknown> {
    const loop = this.loop
    if (this.state !== 'initialized' || loop === null) return
    try {
      yield* cancelAllTasks(loop)
      yield loop.shutdownAsyncgens()
      yield loop.shutdownDefaultExecutor(300)
    } finally {
      if (this.owner !== null) this.owner.eventLoop = null
      loop.close()
      this.loop = null
      this.state = 'closed'
    }
  }
}

/** CPython 3.14 runners.py, _cancel_all_tasks. */
function* cancelAllTasks(loop: EventLoop): Generator<FutureLike<unknown>, void, unknown> {
  const tasks = [...allTasks(loop)]
  if (tasks.length === 0) return
  for (const task of tasks) task.cancel()
  yield gather(...tasks, { returnExceptions: true })
  for (const task of tasks) {
    if (task.cancelled()) continue
    const exception = task.exception()
    if (exception === null) continue
    loop.callExceptionHandler(new Map<string, unknown>([
      ['message', 'unhandled exception during asyncio.run() shutdown'], ['exception', exception], ['task', task],
    ]))
  }
}

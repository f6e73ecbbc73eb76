import type { Context } from './context.ts'
import type { FutureLike } from './ensure-future.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { KeyboardInterrupt } from './exceptions/exits.ts'
import type { Future } from './future.ts'
import { RealEventLoop } from './real-event-loop.ts'
import { RunnerBase } from './runner-base.ts'
import { Task } from './task.ts'
import { tellStuck } from './tell-stuck.ts'

/** asyncio's `Runner` on the real clock: `run` and `close` return promises. CPython 3.14 runners.py. */
export class Runner extends RunnerBase<RealEventLoop> {
  protected newLoop(): RealEventLoop { return new RealEventLoop() }

  /**
   * Runs the coroutine to its end; the promise rejects with its exception. The first SIGINT, unless somebody listens to
   * it, cancels the coroutine, the second ends the run at once: KeyboardInterrupt then. Throws as `runUntilComplete`.
   */
  run<T>(main: FutureLike<T>, options: { readonly context?: Context | null } = {}): Promise<T> {
    const task = this.taskFor(main, options.context)
    return this.waitFor(task, this.getLoop())
  }

  /** Cancels what is left, ends asynchronous generators and the executor, closes the loop. */
  async close(): Promise<void> {
    const steps = this.closing()
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      try {
        await this.getLoop().runUntilComplete(step.value)
      } catch (error) {
        steps.throw(error)
      }
    }
  }

  __enter__(): this {
    this.getLoop()
    return this
  }

  /** Closes; to be waited for. */
  __exit__(_type?: unknown, _error?: unknown, _traceback?: unknown): Promise<void> { return this.close() }

  private async waitFor<T>(task: Task<T> | Future<T>, loop: RealEventLoop): Promise<T> {
    let interrupts = 0
    loop._onInterrupt = () => {
      interrupts += 1
      if (interrupts > 1 || task.done()) return false
      task.cancel()
      loop.callSoonThreadsafe(() => {})
      return true
    }
    const ended = tellStuck(loop)
    try {
      return await loop.runUntilComplete(task)
    } catch (error) {
      // A cancellation that somebody else asked for as well stays one.
      if (interrupts > 0 && error instanceof CancelledError && (!(task instanceof Task) || task.uncancel() === 0)) throw new KeyboardInterrupt()
      throw error
    } finally {
      ended()
      loop._onInterrupt = null
    }
  }
}

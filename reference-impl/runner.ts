import { isMainThread } from 'node:worker_threads'
import type { Context } from './context.ts'
import type { FutureLike } from './ensure-future.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { KeyboardInterrupt } from './exceptions/exits.ts'
import { RealEventLoop } from './real-event-loop.ts'
import { RunnerBase } from './runner-base.ts'
import { Task } from './task.ts'
import { tellStuck } from './tell-stuck.ts'

/** asyncio's `Runner` on the real clock: `run` returns a promise. CPython 3.14 runners.py. */
export class Runner extends RunnerBase<RealEventLoop> {
  protected newLoop(): RealEventLoop { return new RealEventLoop() }

  /** Runs the coroutine to its end; the promise rejects with its exception. SIGINT, unless somebody listens to it, cancels it: KeyboardInterrupt then. */
  async run<T>(main: FutureLike<T>, options: { readonly context?: Context | null } = {}): Promise<T> {
    const task = this.taskFor(main, options.context)
    const loop = this.getLoop()
    let interrupted = false
    // The second Ctrl-C ends the process; who has a listener of their own keeps it, as in CPython.
    const interrupt = (): void => {
      process.off('SIGINT', interrupt)
      interrupted = true
      if (!loop.isClosed()) loop.callSoonThreadsafe(() => { task.cancel() })
    }
    if (isMainThread && process.listenerCount('SIGINT') === 0) process.on('SIGINT', interrupt)
    const ended = tellStuck(loop)
    try {
      return await loop.runUntilComplete(task)
    } catch (error) {
      // A cancellation that somebody else asked for as well stays one.
      if (interrupted && error instanceof CancelledError && (!(task instanceof Task) || task.uncancel() === 0)) throw new KeyboardInterrupt()
      throw error
    } finally {
      ended()
      process.off('SIGINT', interrupt)
    }
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
}

import type { Context } from './context.ts'
import { RealEventLoop } from './real-event-loop.ts'
import { RunnerBase, type Runnable } from './runner-base.ts'

/** asyncio's `Runner` on the real clock: `run` returns a promise. CPython 3.14 runners.py. */
export class Runner extends RunnerBase<RealEventLoop> {
  protected newLoop(): RealEventLoop { return new RealEventLoop() }

  /** Runs the coroutine to its end; the promise rejects with its exception. */
  async run<T>(main: Runnable<T>, options: { readonly context?: Context | null } = {}): Promise<T> {
    const task = this.taskFor(main, options.context)
    return this.getLoop().runUntilComplete(task)
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

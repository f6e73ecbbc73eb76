import type { Context } from './context.ts'
import type { FutureLike } from './ensure-future.ts'
import { Halt } from './exceptions/halt.ts'
import { RunnerBase } from './runner-base.ts'
import { active } from './runtime-state.ts'
import { VirtualEventLoop } from './virtual-event-loop.ts'

/** asyncio's `Runner` on a virtual clock: `run` returns the value. CPython 3.14 runners.py. */
export class VirtualRunner extends RunnerBase<VirtualEventLoop> {
  protected newLoop(): VirtualEventLoop { return new VirtualEventLoop() }

  /** Runs the coroutine to its end: its result. */
  run<T>(main: FutureLike<T>, options: { readonly context?: Context | null } = {}): T {
    const task = this.taskFor(main, options.context)
    return this.getLoop().runUntilComplete(task)
  }

  /** Cancels what is left, ends asynchronous generators and the executor, closes the loop. */
  close(): void {
    const steps = this.closing()
    let step = steps.next()
    while (step.done !== true) {
      try {
        this.getLoop().runUntilComplete(step.value)
      } catch (error) {
        if (error instanceof Halt) throw error
        steps.throw(error)
      }
      step = steps.next()
    }
  }

  /** Closes because of `error`, which is the `__context__` of what is raised meanwhile; `null` for none. */
  _closeAfter(error: unknown): void {
    const outer = active.handled
    active.handled = error ?? outer
    try {
      this.close()
    } finally {
      active.handled = outer
    }
  }

  __enter__(): this {
    this.getLoop()
    return this
  }

  /** Closes. In a world that has come to its end there is nothing to close. */
  __exit__(_type?: unknown, error?: unknown, _traceback?: unknown): void {
    if (!(error instanceof Halt)) this._closeAfter(error ?? null)
  }
}

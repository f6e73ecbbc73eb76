import { ensureFuture, type FutureLike } from './ensure-future.ts'
import type { EventLoop } from './event-loop.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import { Future } from './future.ts'
import { Task } from './task.ts'

/** What `runUntilComplete` of a loop waits for, however that waits. CPython 3.14 base_events.py, run_until_complete. */
export class UntilComplete<T> {
  private readonly future: Future<T>
  private readonly isNew: boolean

  /** Throws RuntimeError when the loop is closed or running, TypeError for what cannot be awaited. */
  constructor(loop: EventLoop, awaitable: FutureLike<T>) {
    loop._checkClosed()
    loop._checkRunning()
    this.isNew = !(awaitable instanceof Future)
    this.future = ensureFuture(awaitable, { loop })
    if (this.isNew && this.future instanceof Task) this.future._logDestroyPending = false
    this.future.addDoneCallback(_run_until_complete_cb)
  }

  /** The run threw: the caller has no access to a task that was made for it. */
  failed(): void {
    if (this.isNew && this.future.done() && !this.future.cancelled()) this.future.exception()
  }

  /** The run is over, in whatever way. */
  ended(): void { this.future.removeDoneCallback(_run_until_complete_cb) }

  /** What it came to. Throws the exception, or RuntimeError when the loop was stopped before. */
  result(): T {
    if (!this.future.done()) throw new RuntimeError('Event loop stopped before Future completed.')
    return this.future.result()
  }
}

/** CPython 3.14 base_events.py; the name shows in the `repr` of what runs. */
function _run_until_complete_cb(future: Future<unknown>): void {
  if (!future.cancelled()) {
    const error = future.exception()
    // The loop is being left by it already.
    if (error instanceof KeyboardInterrupt || error instanceof SystemExit) return
  }
  future.getLoop().stop()
}

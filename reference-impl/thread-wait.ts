import type { Context } from './context.ts'
import { Halt } from './exceptions/halt.ts'
import type { EventLoop } from './event-loop.ts'
import { active } from './runtime-state.ts'

/** A thread that waits, until `done()` holds or the clock of `performance` shows `deadline`. No program can catch it. */
export class ThreadWait extends Halt {
  /** A task that yields this takes it for a future of another library. */
  static readonly _asyncioFutureBlocking = true
  _asyncioFutureBlocking = true
  readonly done: () => boolean
  readonly deadline: number

  constructor(done: () => boolean, deadline = Infinity) {
    super('a thread blocks')
    this.done = done
    this.deadline = deadline
  }

  get isOver(): boolean { return this.done() || performance.now() >= this.deadline }

  getLoop(): EventLoop | null { return active.runningLoop }
  /** Nobody but the loop itself is told, and that nothing else runs in it before the task goes on. */
  addDoneCallback(wakeUp: (wait: ThreadWait) => void, { context }: { readonly context: Context }): void { throw new LoopBlocked(this, () => wakeUp(this), context) }
  result(): null { return null }
  cancel(): boolean { return false }
}

/** Thrown out of an event loop's pass when a task of it blocks the thread. */
export class LoopBlocked extends Halt {
  readonly wait: ThreadWait
  readonly goOn: () => void
  readonly context: Context

  constructor(wait: ThreadWait, goOn: () => void, context: Context) {
    super('a thread blocks')
    this.wait = wait
    this.goOn = goOn
    this.context = context
  }
}

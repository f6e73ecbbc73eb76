import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { AssertionError } from './exceptions/errors.ts'
import { ConnectionResetError } from './exceptions/os-errors.ts'
import type { Future } from './future.ts'

/** Holds those back who write faster than the transport sends. CPython 3.14 `streams.py`, `FlowControlMixin`. */
export class FlowControl {
  private readonly loop: EventLoop
  private paused = false
  private lost = false
  private readonly drainWaiters = new Set<Future<null>>()

  constructor(loop: EventLoop) { this.loop = loop }

  /** From now on `drain()` waits. Throws `AssertionError` the second time. */
  pauseWriting(): void {
    if (this.paused) throw new AssertionError()
    this.paused = true
  }

  /** Those who wait go on. Throws `AssertionError` unless writing is paused. */
  resumeWriting(): void {
    if (!this.paused) throw new AssertionError()
    this.paused = false
    this.wakeUp(waiter => { waiter.setResult(null) })
  }

  /** Those who wait hear what the connection was lost with. */
  connectionLost(error: Error | null): void {
    this.lost = true
    if (!this.paused) return
    this.wakeUp(waiter => {
      if (error === null) waiter.setResult(null)
      else waiter.setException(error)
    })
  }

  /** Waits while writing is paused. Throws `ConnectionResetError` when the connection is gone. */
  *drain(): CoroutineBody<void> {
    if (this.lost) throw new ConnectionResetError('Connection lost')
    if (!this.paused) return
    const waiter = this.loop.createFuture<null>()
    this.drainWaiters.add(waiter)
    try {
      yield* waiter
    } finally {
      this.drainWaiters.delete(waiter)
    }
  }

  private wakeUp(settle: (waiter: Future<null>) => void): void {
    for (const waiter of this.drainWaiters) if (!waiter.done()) settle(waiter)
  }
}

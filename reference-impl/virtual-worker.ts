import type { EventLoop } from './event-loop.ts'
import { active } from './runtime-state.ts'

/** A worker of an executor on the virtual clock: no thread, but as Python's thread has, a name and a current event loop of its own. */
export class VirtualWorker {
  readonly number: number
  readonly name: string
  private eventLoop: EventLoop | null = null

  constructor(executor: string, number: number) {
    this.number = number
    this.name = `${executor}_${number}`
  }

  /** Calls `call` as a thread of that name does. */
  run<T>(call: () => T): T {
    const { thread, eventLoop } = active
    active.thread = this
    active.eventLoop = this.eventLoop
    try {
      return call()
    } finally {
      this.eventLoop = active.eventLoop
      active.thread = thread
      active.eventLoop = eventLoop
    }
  }
}

import { isMainThread } from 'node:worker_threads'
import { interrupts } from './interrupts.ts'
import { ProgramWorld, type WorldOptions } from './program-world.ts'
import { RealEventLoop } from './real-event-loop.ts'
import { activate } from './runtime-state.ts'
import { Threads } from './threads.ts'
import { takeSignal } from './take-signal.ts'

/** A world of its own for one program, on the real clock, with sockets, processes and signals. */
export class RealWorld extends ProgramWorld {
  /** The threads of the program. */
  readonly threads: Threads
  private readonly start = performance.now()
  /** What the machine's clocks said then, seconds: the one that loops go by, and that of the day. */
  readonly began = { monotonic: this.start / 1000, time: Date.now() / 1000 }

  constructor(options: WorldOptions = {}) {
    super(options, null, () => new RealEventLoop())
    this.threads = this.state.threads = new Threads(this.state)
  }

  /** Seconds since the world was made. */
  now(): number { return (performance.now() - this.start) / 1000 }

  /** Python's `time.sleep`: blocks whoever calls it, everybody where `threads.call` does not. */
  sleep(seconds: number): void { this.threads.block(() => false, seconds) }

  /** Runs `program` in this world; where it gives a promise, the world stays in force until that is settled. Signals are the program's meanwhile. */
  override enter<T>(program: () => T): T {
    const giveBack = isMainThread ? (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(takeSignal) : []
    const uninterrupted = interrupts.ofProgram(() => this.threads.interrupt())
    const outer = activate(this.state)
    const leave = (): void => {
      activate(outer)
      uninterrupted()
      for (const give of giveBack) give()
    }
    let result: T
    try {
      result = program()
    } catch (error) {
      leave()
      throw error
    }
    if (result instanceof Promise) void result.catch(() => {}).finally(leave)
    else leave()
    return result
  }
}

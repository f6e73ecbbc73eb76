import { ProgramWorld, type WorldOptions } from './program-world.ts'
import { RealEventLoop } from './real-event-loop.ts'
import { activate } from './runtime-state.ts'

/** A world of its own for one program, on the real clock, with sockets. */
export class RealWorld extends ProgramWorld {
  private readonly start = performance.now()

  constructor(options: WorldOptions = {}) { super(options, null, () => new RealEventLoop()) }

  /** Seconds since the world was made. */
  now(): number { return (performance.now() - this.start) / 1000 }

  /** Python's `time.sleep`: blocks everybody. */
  sleep(seconds: number): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000)
  }

  /** Runs `program` in this world; where it gives a promise, the world stays in force until that is settled. */
  override enter<T>(program: () => T): T {
    const outside = activate(this.state)
    let result: T
    try {
      result = program()
    } catch (error) {
      activate(outside)
      throw error
    }
    if (result instanceof Promise) void result.catch(() => {}).finally(() => { activate(outside) })
    else activate(outside)
    return result
  }
}

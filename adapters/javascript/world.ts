/** What an implementation tells of while a program runs. */
export interface WorldOptions {
  /** The default exception handler was called, with asyncio's context. */
  readonly report: (context: unknown) => void
  readonly warn: (category: string, text: string) => void
  /** What a finalizer threw. */
  readonly unraisable: (error: unknown) => void
  /** How many passes the event loops may make together. */
  readonly steps: number
  readonly repr: (value: unknown) => string
}

/** One program's world: asyncio as the program sees it, and its clock. */
export interface World {
  readonly asyncio: object
  /** Seconds. */
  now(): number
  /** Does `action` when the program's clock gets to `now()`: at once, unless an executor's function, which runs ahead, asks. */
  record(action: () => void): void
  /** Python's `time.sleep`: blocks everything for so long. */
  sleep(seconds: number): void
  /** Runs the program in the world. */
  enter<T>(program: () => T): T
  /** Delivers what depends on garbage collection, after the program's end. */
  finish(): void
  /** Why the program could not go on, when that is so. */
  halted(): 'deadlock' | 'step limit' | undefined
  /** Rejects when a program that gave a promise cannot go on, in a world that sees it. */
  readonly halting?: Promise<never>
}

export type WorldFactory = (options: WorldOptions) => World

/** The world of an implementation that is just a module, on the real clock; one for all programs. */
export function moduleWorld(asyncio: object): WorldFactory {
  return () => {
    const start = performance.now()
    return {
      asyncio,
      now: () => (performance.now() - start) / 1000,
      record: (action) => action(),
      sleep(seconds) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000)
      },
      enter: (program) => program(),
      finish() {},
      halted: () => undefined,
    }
  }
}

import { ownCopy } from './own-copy.ts'
import type { ProgramClock } from './runtime/modules/time.ts'

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
  /** Standard output: takes a text as a line. */
  readonly print: (text: string) => void
}

/**
 * Threads that share all objects of a program: what may block is a generator that yields where it waits, everything in it
 * being the implementation's business.
 */
export interface ProgramThreads {
  /** Makes a function of a generator function that may block. */
  blocking(body: (...args: unknown[]) => Generator<unknown, unknown>): (...args: unknown[]) => unknown
  /** Whether `blocking` made it. */
  isBlocking(fn: unknown): boolean
  /** Calls a function. */
  call(fn: unknown, args?: readonly unknown[], self?: unknown): Generator<unknown, unknown>
  /** Calls what of the implementation or the runtime may block, by `attempt`: again when it had to wait. */
  wait(attempt: () => unknown): Generator<unknown, unknown>
  /** Blocks whoever is called until `done()` holds or `timeout` seconds are over; says whether it holds. */
  block(done: () => boolean, timeout: number | null): boolean
  /** Starts a thread; `ended` is told when it has ended. */
  start(thread: { readonly name: string }, steps: Generator<unknown, unknown>, ended: () => void): void
  /** What `start` was given for the thread that runs now; `null` in the main one. */
  current(): object | null
  /** Runs the program itself; the other threads end with it. */
  main(steps: Generator<unknown, unknown>): Promise<unknown>
  /** Lets no thread go on. */
  end(): void
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
  /** What the machine's clocks said when this one began, where it goes by them. */
  readonly began?: NonNullable<ProgramClock['began']>
  /** Runs the program in the world. */
  enter<T>(program: () => T): T
  /** Waits, as Python does before it ends, for what still runs in executors. */
  joinThreads?(): void
  /** Delivers what depends on garbage collection, after the program's end. */
  finish(): void
  /** Why the program could not go on, when that is so. */
  halted(): 'deadlock' | 'step limit' | undefined
  /** Rejects when a program that gave a promise cannot go on, in a world that sees it. */
  readonly halting?: Promise<never>
  /** Lets a program that gave a promise go on no more, where that can be done: it did not end in its time. */
  giveUp?(): void
  /** The program's threads, where the implementation has some. */
  readonly threads?: ProgramThreads
}

export type WorldFactory = (options: WorldOptions) => World

/** The world of an implementation that is just a module, on the real clock; one for all programs. */
export function moduleWorld(asyncio: object): WorldFactory {
  return () => {
    const start = performance.now()
    return {
      began: { monotonic: start / 1000, time: Date.now() / 1000 },
      asyncio: ownCopy(asyncio),
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

import { RuntimeError } from './exceptions/errors.ts'
import type { WorkerThread } from './worker-thread.ts'

/** Raised by every worker thread that has sent something. */
export const signal = new Int32Array(new SharedArrayBuffer(4))
/** The worker threads that are at work. */
export const working = new Set<WorkerThread>()
/** Functions of executors that wait for their turn in this thread. */
const here: (() => void)[] = []

/** Runs an executor's function in this thread, in a turn of its own or when this thread blocks. */
export function runHere(work: () => void): void {
  here.push(work)
  setImmediate(() => here.shift()?.())
}

/**
 * Blocks this thread on the real clock until `done()` holds or `timeout` seconds are over; says whether it holds.
 * `others` lets go on what can go on meanwhile, and says in how many milliseconds more of it can.
 */
export function blockReally(done: () => boolean, timeout: number | null, others: () => number = () => Infinity): boolean {
  const end = timeout === null ? Infinity : performance.now() + timeout * 1000
  for (;;) {
    const seen = Atomics.load(signal, 0)
    for (const thread of working) thread.receive()
    if (done()) return true
    const work = here.shift()
    if (work !== undefined) {
      work()
      continue
    }
    const next = others()
    if (done()) return true
    const now = performance.now()
    if (now >= end) return false
    const left = Math.min(next, end - now)
    if (left === Infinity && working.size === 0) {
      throw new RuntimeError('this thread would block for ever: it would have to do itself what it waits for; await wrapFuture() instead')
    }
    if (left > 0) Atomics.wait(signal, 0, seen, left)
  }
}

import { blockReally } from './blocking.ts'
import { active } from './runtime-state.ts'

/**
 * Blocks the thread, and with it the event loop, until `done()` holds or `timeout` seconds are over; says whether it
 * holds. On the virtual clock time passes and what happens outside the loops goes on; with nothing left to happen it is
 * a deadlock. On the real clock the threads of executors go on, and what an executor is to run in this thread runs now;
 * throws `RuntimeError` when neither is left and nothing limits the time. A thread of a program (`Threads`) lets the others
 * go on.
 */
export function blockThread(done: () => boolean, timeout: number | null): boolean {
  if (done()) return true
  const { clock, threads } = active
  return clock?.block(done, timeout) ?? threads?.block(done, timeout) ?? blockReally(done, timeout)
}

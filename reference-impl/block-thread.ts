import { RuntimeError } from './exceptions/errors.ts'
import { active } from './runtime-state.ts'

/**
 * Blocks the thread, and with it the event loop, until `done()` holds or `timeout` seconds are over; says whether it
 * holds. On the virtual clock time passes and what happens outside the loops goes on; with nothing left to happen it is
 * a deadlock. JavaScript's only thread cannot block on the real clock: there it throws `RuntimeError`.
 */
export function blockThread(done: () => boolean, timeout: number | null): boolean {
  if (done()) return true
  if (active.clock === null) throw new RuntimeError('blocking on a concurrent future needs a virtual clock; await wrapFuture() instead')
  return active.clock.block(done, timeout)
}

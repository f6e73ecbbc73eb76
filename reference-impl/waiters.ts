import type { Future } from './future.ts'

/** Futures of those who wait, in the order in which they came: what CPython keeps in a `deque`. */
export type Waiters = Future<unknown>[]

/** Takes one waiter out, wherever it stands; says whether it was there. */
export function removeWaiter(waiters: Waiters, waiter: Future<unknown>): boolean {
  // The one who wakes is nearly always the first.
  if (waiters[0] === waiter) {
    waiters.shift()
    return true
  }
  const index = waiters.indexOf(waiter)
  if (index < 0) return false
  waiters.splice(index, 1)
  return true
}

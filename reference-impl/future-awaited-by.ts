import { Future } from './future.ts'

/**
 * Tells the call graph that `waiter` waits for `future`; what is no future is left out. What asyncio itself waits for
 * is known without. CPython 3.14 futures.py.
 */
export function futureAddToAwaitedBy(future: unknown, waiter: unknown): void {
  if (!(future instanceof Future && waiter instanceof Future)) return
  future._awaitedBy ??= new Set()
  future._awaitedBy.add(waiter)
}

/** Takes back what `futureAddToAwaitedBy` told; what was not told is no error. */
export function futureDiscardFromAwaitedBy(future: unknown, waiter: unknown): void {
  if (future instanceof Future && waiter instanceof Future) future._awaitedBy?.delete(waiter)
}

import { Future } from './future.ts'

/**
 * Tells the call graph that `waiter` waits for `future`; what is no future is left out. What asyncio itself waits for
 * is known without. CPython 3.14 futures.py.
 */
export function futureAddToAwaitedBy(future: unknown, waiter: unknown): void {
  if (!(future instanceof Future && waiter instanceof Future)) return
  future._awaitedBy ??= new Set()
  future._awaitedBy.add(waiter)
  future._notAwaitedBy?.delete(waiter)
}

/** Takes back what `futureAddToAwaitedBy` told, or what is known without, until `waiter` waits anew; what was not told is no error. */
export function futureDiscardFromAwaitedBy(future: unknown, waiter: unknown): void {
  if (!(future instanceof Future && waiter instanceof Future)) return
  future._awaitedBy?.delete(waiter)
  future._notAwaitedBy ??= new Set()
  future._notAwaitedBy.add(waiter)
}

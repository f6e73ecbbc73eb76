import { chainFuture } from './chain-future.ts'
import { ConcurrentFuture } from './concurrent-future.ts'
import type { EventLoop } from './event-loop.ts'
import { AssertionError } from './exceptions/errors.ts'
import type { Future } from './future.ts'
import { getEventLoop } from './get-event-loop.ts'
import { isfuture } from './isfuture.ts'
import { repr } from './repr.ts'

/**
 * A future of the loop that ends as a `concurrent.futures` future does, and whose cancellation cancels it.
 * CPython 3.14 `futures.py`, `wrap_future`.
 */
export function wrapFuture<T>(
  future: Future<T> | ConcurrentFuture<T>,
  options: { readonly loop?: EventLoop | null } = {},
): Future<T> {
  if (isfuture<T>(future)) return future
  if (!(future instanceof ConcurrentFuture)) {
    throw new AssertionError(`concurrent.futures.Future is expected, got ${repr(future)}`)
  }
  const wrapped = (options.loop ?? getEventLoop()).createFuture<T>()
  chainFuture(future, wrapped)
  return wrapped
}

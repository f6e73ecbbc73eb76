import type { EventLoop } from './event-loop.ts'
import { Future } from './future.ts'
import { getEventLoop } from './get-event-loop.ts'

/** A future that gets what the promise becomes; for loops on the real clock. Cancelling it leaves the promise alone. */
export function fromPromise<T>(promise: PromiseLike<T>, options: { readonly loop?: EventLoop | null } = {}): Future<T> {
  const loop = options.loop ?? getEventLoop()
  const future = loop.createFuture<T>()
  const settle = (action: () => void): void => {
    if (!loop.isClosed()) loop.callSoonThreadsafe(() => { if (!future.done()) action() })
  }
  promise.then(
    value => settle(() => future.setResult(value)),
    (error: unknown) => settle(() => future.setException(error instanceof Error ? error : new Error(String(error), { cause: error }))),
  )
  return future
}

import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'

/** Waits for something of Node's that `start` begins: the first that it tells counts, and a closed loop hears nothing. */
export function* outside<T>(loop: EventLoop, start: (resolve: (value: T) => void, reject: (error: Error) => void) => void): CoroutineBody<T> {
  const waiter = loop.createFuture<T>()
  const settle = (action: () => void): void => { if (!loop.isClosed()) loop.callSoonThreadsafe(() => { if (!waiter.done()) action() }) }
  start(value => { settle(() => { waiter.setResult(value) }) }, error => { settle(() => { waiter.setException(error) }) })
  return yield* waiter
}

import { AwaitIterator } from './await-iterator.ts'
import type { Future } from './future.ts'
import { FutureSteps } from './future-steps.ts'
import { throwIntoFuture } from './thrown-by-hand.ts'

/** What the `__await__` of a future returns. _asynciomodule.c, FutureIter */
export function futureIterator<T>(future: Future<T>): AwaitIterator<T> {
  const steps = new FutureSteps(future)
  return new AwaitIterator(steps, '_asyncio.FutureIter', { throw: (...thrown) => throwIntoFuture(thrown, error => steps.throw(error)) })
}

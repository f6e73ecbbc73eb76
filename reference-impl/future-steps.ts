import type { Step, Steps } from './steps.ts'
import { RuntimeError } from './exceptions/errors.ts'
import type { Future } from './future.ts'
import { raisedByFuture } from './thrown-by-hand.ts'

/** What awaiting a future drives: suspends once with the future, goes on with its result. _asynciomodule.c, FutureIter. */
export class FutureSteps<T> implements Steps<T> {
  private readonly future: Future<T>
  constructor(future: Future<T>) {
    this.future = future
  }

  next(): Step<T> {
    const future = this.future
    if (future._state !== 'PENDING') return { done: true, value: future._outcome() }
    if (future._asyncioFutureBlocking) throw new RuntimeError("await wasn't used with future")
    future._asyncioFutureBlocking = true
    return { done: false, value: future }
  }

  throw(error: unknown): never {
    throw raisedByFuture(error)
  }

  close(): void {}
}

import { AwaitIterator } from './await-iterator.ts'
import type { Future } from './future.ts'
import { FutureSteps } from './future-steps.ts'
import { deliverAsGiven } from './thrown-by-hand.ts'

/** What the `__await__` of a future returns. _asynciomodule.c, FutureIter */
export class FutureIterator<T> extends AwaitIterator<T> {
  private readonly future: FutureSteps<T>
  constructor(future: Future<T>) {
    const steps = new FutureSteps(future)
    super(steps, 'FutureIter')
    this.future = steps
  }

  /** Leaves the word on its signature to the steps, which are also thrown into on the way from a coroutine. */
  override throw(...thrown: unknown[]): never { return deliverAsGiven(thrown, error => this.future.throw(error)) }
}

import { AwaitIterator } from './await-iterator.ts'
import type { Suspension } from './awaitable.ts'
import { exceptionOrNull } from './exception-of.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import type { Future } from './future.ts'

/** What awaiting a future drives: suspends once with the future, goes on with its result. _asynciomodule.c, FutureIter. */
export class FutureIterator<T> extends AwaitIterator<T> {
  private readonly future: Future<T>
  constructor(future: Future<T>) {
    super()
    this.future = future
  }

  next(): IteratorResult<Suspension, T> {
    const future = this.future
    if (future._state !== 'PENDING') return { done: true, value: future._outcome() }
    if (future._asyncioFutureBlocking) throw new RuntimeError("await wasn't used with future")
    future._asyncioFutureBlocking = true
    return { done: false, value: future }
  }

  throw(error: unknown): never {
    throw exceptionOrNull(error) ?? new TypeError('exceptions must be classes deriving BaseException or instances of such a class')
  }

  close(): void {}
}

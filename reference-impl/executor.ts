import type { ConcurrentFuture } from './concurrent-future.ts'
import { NotImplementedError } from './exceptions/errors.ts'

/**
 * What runs functions apart from the event loop; a subclass says how in `submit`.
 * CPython 3.14 `concurrent/futures/_base.py`, `Executor`.
 */
export class Executor {
  /** Has `fn(...args)` run; here it throws `NotImplementedError`. */
  submit<A extends unknown[], T>(_fn: (...args: A) => T, ..._args: A): ConcurrentFuture<T> {
    throw new NotImplementedError()
  }

  /** What `fn` returns for the items, in their order; all are submitted at once, each is waited for when it is asked for. */
  map<A extends unknown[], T>(fn: (...args: A) => T, ...iterables: { [K in keyof A]: Iterable<A[K]> }): IterableIterator<T> {
    const columns = iterables.map(iterable => [...iterable])
    const rows = Math.min(...columns.map(column => column.length))
    // A row has one item of each column: what `A` says.
    return results(Array.from({ length: rows }, (_, row) => this.submit(fn, ...columns.map(column => column[row]) as A)))
  }

  /** Takes no more functions; with `wait` blocks until those submitted have ended. */
  shutdown(_wait = true, _options: { readonly cancelFutures?: boolean } = {}): void {}

  __enter__(): this {
    return this
  }

  __exit__(_type?: unknown, _error?: unknown, _traceback?: unknown): boolean {
    this.shutdown(true)
    return false
  }
}

function* results<T>(futures: readonly ConcurrentFuture<T>[]): Generator<T> {
  for (const future of futures) yield future.result()
}

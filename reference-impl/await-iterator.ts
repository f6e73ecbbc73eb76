import type { Suspension } from './awaitable.ts'
import { ended, type Step } from './coroutine-base.ts'

/** What `__await__` returns: driven by `yield*`, or by hand as Python's iterator. */
export abstract class AwaitIterator<T> implements Iterator<Suspension, T, unknown> {
  /** On to the next suspension, with `value` where it is suspended, or to the end. */
  abstract next(value: unknown): Step<T>
  /** The same, with `error` thrown there. */
  abstract throw(error: unknown): Step<T>
  /** Ends what is awaited with GeneratorExit. */
  abstract close(): unknown

  [Symbol.iterator](): this { return this }
  __iter__(): this { return this }
  __next__(): Suspension { return this.send(null) }

  /** Python's `send`: what it waits for next. Throws StopIteration with the result at the end. */
  send(value: unknown): Suspension {
    const step = this.next(value)
    if (step.done === true) throw ended(step.value)
    return step.value
  }
}

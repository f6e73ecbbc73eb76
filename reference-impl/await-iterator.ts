import { suspended, type Steps } from './steps.ts'
import type { Suspension } from './awaitable.ts'
import { throwByHand } from './thrown-by-hand.ts'

/** What `__await__` returns: Python's iterator, driven by hand; `yield*` drives its steps. genobject.c, coro_wrapper */
export class AwaitIterator<T> {
  readonly __typename__: string
  private readonly steps: Steps<T>
  private readonly thrownInto: { throw(...thrown: unknown[]): Suspension } | null
  /** `thrownInto` is what is thrown into by hand, where that is not the same as what a coroutine that awaits it throws. */
  constructor(steps: Steps<T>, typename: string, thrownInto: { throw(...thrown: unknown[]): Suspension } | null = null) {
    this.steps = steps
    this.thrownInto = thrownInto
    this.__typename__ = typename
  }

  [Symbol.iterator](): Steps<T> { return this.steps }
  __iter__(): this { return this }
  __next__(): Suspension { return this.send(null) }

  /** Python's `send`: what it waits for next. Throws StopIteration with the result at the end. */
  send(value: unknown): Suspension { return suspended(this.steps.next(value)) }

  /** Python's `throw`: an exception, or a class of them, where it is suspended. */
  throw(...thrown: unknown[]): Suspension {
    return this.thrownInto === null ? suspended(throwByHand(thrown, error => this.steps.throw(error))) : this.thrownInto.throw(...thrown)
  }

  /** Ends what is awaited with GeneratorExit. */
  close(): unknown { return this.steps.close() }

  toString(): string { return `<${this.__typename__} object at 0x…>` }
}

import { suspended, type Steps } from './steps.ts'
import type { Suspension } from './awaitable.ts'

/** What is thrown into by hand. */
export interface ThrownInto {
  throw(...thrown: unknown[]): Suspension
}

/** What `__await__` returns: Python's iterator, driven by hand; `yield*` drives its steps. genobject.c, coro_wrapper */
export class AwaitIterator<T> {
  private readonly type: string
  private readonly steps: Steps<T>
  private readonly thrownInto: ThrownInto
  /** `type` is its name in Python, with the module of one that is no builtin. */
  constructor(steps: Steps<T>, type: string, thrownInto: ThrownInto) {
    this.steps = steps
    this.thrownInto = thrownInto
    this.type = type
  }

  get __typename__(): string { return this.type.slice(this.type.lastIndexOf('.') + 1) }
  [Symbol.iterator](): Steps<T> { return this.steps }
  __iter__(): this { return this }
  __next__(): Suspension { return this.send(null) }

  /** Python's `send`: what it waits for next. Throws StopIteration with the result at the end. */
  send(value: unknown): Suspension { return suspended(this.steps.next(value)) }

  /** Python's `throw`: an exception, or a class of them, where it is suspended. */
  throw(...thrown: unknown[]): Suspension { return this.thrownInto.throw(...thrown) }

  /** Ends what is awaited with GeneratorExit. */
  close(): unknown { return this.steps.close() }

  toString(): string { return `<${this.type} object at 0x…>` }
}

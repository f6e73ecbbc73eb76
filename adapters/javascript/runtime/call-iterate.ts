import { awaitable } from './call-await.ts'
import { currentExceptions } from './exceptions.ts'
import { iterate } from './iterate.ts'
import { methodOf, type Callable } from './callable.ts'
import { raise } from './raise.ts'
import { typeName } from './type-name.ts'

/** Python's `async for` in a generator: `for (const each = asyncIterate(xs); yield* each.next();) { … each.value … }`. */
export class AsyncIteration {
  value: unknown = undefined
  readonly #iterator: object
  readonly #next: Callable

  constructor(x: unknown) {
    const begin = methodOf(x, '__aiter__') ?? raise('TypeError', `'async for' requires an object with __aiter__ method, got ${typeName(x)}`)
    const iterator = begin.call(x)
    const next = methodOf(iterator, '__anext__')
    if (next === undefined || typeof iterator !== 'object' || iterator === null) raise('TypeError', `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(iterator)}`)
    this.#iterator = iterator
    this.#next = next
  }

  /** Awaits the next value; false at the end. */
  *next(): Generator<unknown, boolean, unknown> {
    try {
      this.value = yield* checked(this.#next.call(this.#iterator))
      return true
    } catch (error) {
      if (error instanceof currentExceptions().StopAsyncIteration) return false
      throw error
    }
  }
}

function checked(x: unknown): Iterable<unknown, unknown, unknown> {
  if (typeof x !== 'object' || x === null) raise('TypeError', `'async for' received an invalid object from __anext__: ${typeName(x)}`)
  return awaitable(x)
}

export function asyncIterate(x: unknown): AsyncIteration {
  return new AsyncIteration(x)
}

/** Python's `async for` for `for await`. */
export function asyncIterable(x: unknown): AsyncIterable<unknown> {
  if (typeof x === 'object' && x !== null && isAsyncIterable(x)) return x
  return drive(new AsyncIteration(x))
}

function isAsyncIterable(x: object): x is AsyncIterable<unknown> {
  return Symbol.asyncIterator in x
}

async function* drive(iteration: AsyncIteration): AsyncGenerator<unknown, void> {
  const steps = iteration.next()
  for (let result = steps.next(); ; result = steps.next(await result.value)) if (result.done === true && !result.value) return
}

/** An iterable whose iterator stays open when a loop over it is left, as Python's does. */
export function resumable(x: unknown): Iterable<unknown> {
  const iterator = iterate(x)[Symbol.iterator]()
  return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) }
}

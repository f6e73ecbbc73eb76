import { asyncGeneratorMethods } from './async-generator-methods.ts'
import { awaitable } from './call-await.ts'
import { currentExceptions } from './exceptions.ts'
import { iterate } from './iterate.ts'
import { methodOf, type Callable } from './callable.ts'
import { raise } from './raise.ts'
import { isAsyncGenerator, typeName } from './type-name.ts'

/** Python's `async for` in a generator: `for (const each = asyncIterate(xs); yield* each.next();) { … each.value … }`. */
export class AsyncIteration {
  value: unknown = undefined
  readonly #iterator: object
  readonly #next: Callable

  constructor(x: unknown) {
    const begin = methodOf(x, '__aiter__') ?? nativeMethod(x, '__aiter__') ?? raise('TypeError', `'async for' requires an object with __aiter__ method, got ${typeName(x)}`)
    const iterator = begin.call(x)
    const next = methodOf(iterator, '__anext__') ?? nativeMethod(iterator, '__anext__')
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

/** A method of JavaScript's async generators, which have others than Python's. */
function nativeMethod(x: unknown, name: string): Callable | undefined {
  const method = typeof x === 'object' && x !== null && isAsyncGenerator(x) ? asyncGeneratorMethods[name] : undefined
  return method === undefined ? undefined : function (this: AsyncGenerator) { return method(this) }
}

function checked(x: unknown): Iterable<unknown, unknown, unknown> {
  if (typeof x !== 'object' || x === null) raise('TypeError', `'async for' received an invalid object from __anext__: ${typeName(x)}`)
  return awaitable(x)
}

export function asyncIterate(x: unknown): AsyncIteration {
  return new AsyncIteration(x)
}

/** An iterable whose iterator stays open when a loop over it is left, as Python's does. */
export function resumable(x: unknown): Iterable<unknown> {
  const iterator = iterate(x)[Symbol.iterator]()
  return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) }
}

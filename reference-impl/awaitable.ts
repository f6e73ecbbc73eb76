import type { Future } from './future.ts'
import { TypeError } from './exceptions/errors.ts'
import { AwaitIterator } from './await-iterator.ts'
import { CoroutineBase } from './coroutine-base.ts'
import { typeName } from './type-name.ts'

/** What a coroutine suspends with: the future it waits for, or nothing to let the others have a turn. */
export type Suspension = Future<unknown> | null | undefined

/** What `yield*` waits for inside a coroutine: its iterator yields futures and returns a `T`. */
export interface Awaitable<T> {
  [Symbol.iterator](): Iterator<Suspension, T, unknown>
}

/** An object of the program's own that can be awaited. */
export interface AwaitableObject<T> {
  __await__(): Iterator<Suspension, T, unknown> | Iterable<Suspension, T, unknown>
}

/** Whether it is an object with `__await__`, as futures and coroutines are too. */
export function hasAwait(value: unknown): value is AwaitableObject<unknown> {
  return typeof value === 'object' && value !== null && '__await__' in value && typeof value.__await__ === 'function'
}

/** Makes `yield*` await a value through its `__await__`. Throws TypeError for what cannot be awaited. */
export function awaitable<T>(value: AwaitableObject<T>): Awaitable<T> {
  if (value instanceof CoroutineBase) return value
  if (!hasAwait(value)) throw new TypeError(`'${typeName(value)}' object can't be awaited`)
  return {
    [Symbol.iterator]() {
      const iterator: unknown = value.__await__()
      if (iterator instanceof CoroutineBase) throw new TypeError('__await__() returned a coroutine')
      if (iterator instanceof AwaitIterator) return iterator[Symbol.iterator]()
      if (!isIterator<T>(iterator)) throw new TypeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`)
      return iterator
    },
  }
}

function isIterator<T>(value: unknown): value is Iterator<Suspension, T, unknown> {
  return typeof value === 'object' && value !== null && 'next' in value && typeof value.next === 'function'
}

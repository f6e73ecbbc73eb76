import { awaitable } from './call-await.ts'
import { currentExceptions } from './exceptions.ts'
import { methodOf } from './callable.ts'

/** What `anext(iterator, default)` gives: awaits the next value; the default at the end. */
class AnextAwaitable {
  static readonly __typename__ = 'anext_awaitable'
  readonly #step: unknown
  readonly #otherwise: unknown

  constructor(step: unknown, otherwise: unknown) {
    this.#step = step
    this.#otherwise = otherwise
  }

  get __typename__(): string { return AnextAwaitable.__typename__ }

  *__await__(): Generator<unknown, unknown, unknown> {
    try {
      return yield* awaitable(this.#step)
    } catch (error) {
      return this._ended(error)
    }
  }

  _ended(error: unknown): unknown {
    if (error instanceof currentExceptions().StopAsyncIteration) return this.#otherwise
    throw error
  }
}

/** `step`, an awaitable that raises StopAsyncIteration at the end, as one that then has `otherwise`; a promise for a promise. */
export function withDefault(step: unknown, otherwise: unknown): unknown {
  const awaited = new AnextAwaitable(step, otherwise)
  return methodOf(step, 'then') === undefined || methodOf(step, '__await__') !== undefined ? awaited : Promise.resolve(step).catch((error: unknown) => awaited._ended(error))
}

import { TypeError } from './exceptions/errors.ts'
import { typeName } from './type-name.ts'

/** What Python's `for` goes over: the keys of a Map, what `__iter__` gives. Throws `TypeError` for what is not iterable. */
export function iterated<T>(values: Iterable<T> | ReadonlyMap<T, unknown>): Iterable<T> {
  if (isMap(values)) return values.keys()
  if (typeof values === 'string') return values
  // Programs also pass what the types forbid.
  const given: unknown = values
  if (typeof given === 'object' && given !== null) {
    if (Symbol.iterator in given) return values
    if ('__iter__' in given && typeof given.__iter__ === 'function') return given.__iter__()
  }
  throw new TypeError(`'${typeName(given)}' object is not iterable`)
}

function isMap<T>(values: Iterable<T> | ReadonlyMap<T, unknown>): values is ReadonlyMap<T, unknown> {
  return values instanceof Map
}

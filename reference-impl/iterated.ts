import { TypeError } from './exceptions/errors.ts'
import { typeName } from './repr.ts'

/** What Python's `for` goes over: the keys of a Map, what `__iter__` gives. Throws `TypeError` for what is not iterable. */
export function iterated<T>(values: Iterable<T> | ReadonlyMap<T, unknown>): Iterable<T> {
  if (values instanceof Map) return values.keys()
  if (typeof values === 'object' && values !== null) {
    if (Symbol.iterator in values) return values
    if ('__iter__' in values && typeof values.__iter__ === 'function') return values.__iter__()
  }
  throw new TypeError(`'${typeName(values)}' object is not iterable`)
}

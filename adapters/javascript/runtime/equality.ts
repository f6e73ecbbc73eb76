import { isBound } from './callable-repr.ts'
import { methodOf } from './callable.ts'
import { NotImplemented } from './singletons.ts'
import { Tuple } from './tuple.ts'

/** Python's `a == b`: by value for numbers, texts and containers, by `__eq__` for objects that have one, else identity. */
export function eq(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a === 'object' && a !== null) {
    if (typeof b === 'object' && b !== null) return objectsEqual(a, b)
    return byMethod(a, b) ?? false
  }
  if (typeof b === 'object' && b !== null) return byMethod(b, a) ?? false
  if (typeof a === 'boolean') return typeof b === 'number' && Number(a) === b
  if (typeof b === 'boolean') return typeof a === 'number' && Number(b) === a
  if (typeof a === 'function' && typeof b === 'function') return isBound(a) && isBound(b) && a.__self__ === b.__self__ && a.__func__ === b.__func__
  return (a === null || a === undefined) && (b === null || b === undefined)
}

/** Python's `a != b`. */
export function ne(a: unknown, b: unknown): boolean {
  const own = methodOf(a, '__ne__')
  if (own !== undefined) {
    const answer = own.call(a, b)
    if (answer !== NotImplemented) return Boolean(answer)
  }
  return !eq(a, b)
}

/** Python's `a is b`; `None` is both `null` and `undefined`. */
export function is_(a: unknown, b: unknown): boolean {
  return a === b || ((a === null || a === undefined) && (b === null || b === undefined))
}

function byMethod(x: object, other: unknown): boolean | undefined {
  const own = methodOf(x, '__eq__')
  if (own === undefined) return undefined
  const answer = own.call(x, other)
  return answer === NotImplemented ? undefined : Boolean(answer)
}

function objectsEqual(a: object, b: object): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a instanceof Tuple === b instanceof Tuple && elementsEqual(a, b)
  if (a instanceof Set) return b instanceof Set && a.size === b.size && Array.from(a).every((element) => b.has(element))
  const answer = byMethod(a, b) ?? byMethod(b, a)
  if (answer !== undefined) return answer
  if (a instanceof Map) return b instanceof Map && mapsEqual(a, b)
  return a instanceof Uint8Array && b instanceof Uint8Array && elementsEqual(Array.from(a), Array.from(b))
}

function elementsEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((element, index) => eq(element, b[index]))
}

function mapsEqual(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (!b.has(key) || !eq(value, b.get(key))) return false
  return true
}

import { methodOf } from './callable.ts'
import { raise } from './raise.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'

const identities = new WeakMap<object, number>()
let lastIdentity = 0

/** Python's `id(x)`: a number of its own for each object; equal primitives share theirs. */
export function id(x: unknown): number {
  if ((typeof x !== 'object' && typeof x !== 'function') || x === null) return textHash(`${typeof x} ${String(x)}`)
  let identity = identities.get(x)
  if (identity === undefined) {
    identity = ++lastIdentity * 16
    identities.set(x, identity)
  }
  return identity
}

function textHash(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0
  return hash
}

/**
 * Python's `hash(x)`; equal values have equal hashes, the numbers are not CPython's except for small integers.
 *
 * @throws TypeError `unhashable type: 'list'`
 */
export function hash(x: unknown): number {
  switch (typeof x) {
    case 'number': return Number.isInteger(x) ? (x === -1 ? -2 : x) : textHash(String(x))
    case 'boolean': return Number(x)
    case 'string': return textHash(x)
    case 'object': return x === null ? 0 : objectHash(x)
    default: return id(x)
  }
}

function objectHash(x: object): number {
  if (x instanceof Tuple) return x.reduce<number>((sum, element) => (sum * 1000003 + hash(element)) | 0, x.length)
  if (x instanceof Uint8Array) return textHash(Buffer.from(x).toString('latin1'))
  const own = methodOf(x, '__hash__')
  if (own !== undefined) return Number(own.call(x))
  if (isUnhashable(x)) raise('TypeError', `unhashable type: '${typeName(x)}'`)
  return id(x)
}

/** Whether `x` is a list, dict or set, or defines `__eq__` without `__hash__`. */
export function isUnhashable(x: object): boolean {
  if (x instanceof Tuple || methodOf(x, '__hash__') !== undefined) return false
  return Array.isArray(x) || x instanceof Map || x instanceof Set || hasEquality(x)
}

/** Whether `x` says itself what it equals. */
export function hasEquality(x: object): boolean {
  return methodOf(x, '__eq__') !== undefined
}

import { callValue, methodOf } from './callable.ts'

/** Python's `bool(x)`. */
export function truthy(x: unknown): boolean {
  switch (typeof x) {
    case 'boolean': return x
    case 'number': return x !== 0
    case 'string': return x !== ''
    case 'object': return x !== null && objectTruth(x)
    case 'undefined': return false
    default: return true
  }
}

function objectTruth(x: object): boolean {
  if (Array.isArray(x) || x instanceof Uint8Array) return x.length > 0
  if (x instanceof Map || x instanceof Set) return x.size > 0
  const bool = methodOf(x, '__bool__')
  if (bool !== undefined) return bool.call(x) === true
  const len = methodOf(x, '__len__')
  return len === undefined || len.call(x) !== 0
}

/** Python's `a and b` for operands that are not known to be `bool`; `b` is a thunk. */
export function and(a: unknown, b: () => unknown): unknown {
  return truthy(a) ? callValue(b) : a
}

/** Python's `a or b`; `b` is a thunk. */
export function or(a: unknown, b: () => unknown): unknown {
  return truthy(a) ? a : callValue(b)
}

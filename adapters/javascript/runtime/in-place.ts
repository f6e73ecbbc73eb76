import { add, bitAnd, bitOr, bitXor, mul, sub } from './arithmetic.ts'
import { builtinMethod } from './builtin-methods.ts'
import { iterate } from './iterate.ts'
import { methodOf } from './callable.ts'
import { NotImplemented } from './singletons.ts'
import { Tuple } from './tuple.ts'

type Operator = (a: unknown, b: unknown) => unknown

/** `a += b` and its like for an object with `__iadd__`…; the plain operator otherwise. */
export function inPlace(name: string, operator: Operator, a: unknown, b: unknown): unknown {
  const own = methodOf(a, `__i${name}__`)
  const answer = own === undefined ? NotImplemented : own.call(a, b)
  return answer === NotImplemented ? operator(a, b) : answer
}

/** Python's `a += b`: a list grows in place. */
export function iadd(a: unknown, b: unknown): unknown {
  if (!Array.isArray(a) || a instanceof Tuple) return inPlace('add', add, a, b)
  a.push(...iterate(b))
  return a
}

/** Python's `a *= b`: a list is repeated in place. */
export function imul(a: unknown, b: unknown): unknown {
  if (!Array.isArray(a) || a instanceof Tuple) return inPlace('mul', mul, a, b)
  const repeated = mul([...a], b)
  return Array.isArray(repeated) ? (a.splice(0, a.length, ...repeated), a) : repeated
}

function updating(method: string, name: string, operator: Operator): Operator {
  return (a, b) => {
    if (!(a instanceof Set && b instanceof Set && !('__hash__' in a)) && !(a instanceof Map && method === 'update')) return inPlace(name, operator, a, b)
    builtinMethod(a, method)?.(b)
    return a
  }
}

/** Python's `a -= b`: a set loses elements in place. */
export const isub = updating('difference_update', 'sub', sub)

/** Python's `a |= b`: a set or dict is updated in place. */
export const ior = updating('update', 'or', bitOr)

/** Python's `a &= b`. */
export const iand = updating('intersection_update', 'and', bitAnd)

/** Python's `a ^= b`. */
export const ixor = updating('symmetric_difference_update', 'xor', bitXor)

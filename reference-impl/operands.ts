import { isNumeric } from './equal.ts'
import { AttributeError, TypeError } from './exceptions/errors.ts'
import { typeName } from './type-name.ts'

/** Throws Python's `TypeError` unless `value` is a number, which alone compares with `other` by `<`, `<=` and the like. */
export function checkComparable(value: unknown, operator: '<' | '<=' | '>', other = 0): void {
  if (!isNumeric(value)) throw new TypeError(`'${operator}' not supported between instances of '${typeName(value)}' and '${typeName(other)}'`)
}

/** Python's `a + b` for times. Throws `TypeError` for what is no number. */
export function plus(a: number, b: unknown): number {
  if (!isNumeric(b)) throw new TypeError(`unsupported operand type(s) for +: '${typeName(a)}' and '${typeName(b)}'`)
  return a + Number(b)
}

/** Throws Python's `AttributeError` unless `value` has the method `key`, in Python `name`. */
export function checkMethod(value: unknown, key: string, name: string): void {
  const method: unknown = value === null || value === undefined ? undefined : Reflect.get(Object(value), key)
  if (typeof method !== 'function') throw new AttributeError(`'${typeName(value)}' object has no attribute '${name}'`)
}

/** Throws Python's `AttributeError` unless `value` has the attribute `key`, in Python `name`. */
export function checkAttribute(value: object, key: string, name: string): void {
  if (!(key in value)) throw new AttributeError(`'${typeName(value)}' object has no attribute '${name}'`)
}

/** Python's `callable(f)`. */
export function isCallable(f: unknown): boolean {
  return typeof f === 'function' || (typeof f === 'object' && f !== null && typeof Reflect.get(f, '__call__') === 'function')
}

/** Python's `f(*args)`. Throws `TypeError` for what is neither a function nor an object with `__call__`. */
export function callObject(f: unknown, args: readonly unknown[]): unknown {
  if (typeof f === 'function') return Reflect.apply(f, undefined, args)
  const call: unknown = typeof f === 'object' && f !== null ? Reflect.get(f, '__call__') : undefined
  if (typeof call !== 'function') throw new TypeError(`'${typeName(f)}' object is not callable`)
  return Reflect.apply(call, f, args)
}

import { typeName } from './type-name.ts'
import { raise } from './raise.ts'

export type Callable = (...args: unknown[]) => unknown
export type Constructor = new (...args: unknown[]) => object

/** Whether `x` is a JavaScript function or class; says nothing of objects with `__call__`. */
export function isCallable(x: unknown): x is Callable {
  return typeof x === 'function'
}

/** The method `name` of `x`, own or inherited, when it is a function. */
export function methodOf(x: unknown, name: string): Callable | undefined {
  if (x === null || x === undefined) return undefined
  const found: unknown = Reflect.get(Object(x), name)
  return isCallable(found) ? found : undefined
}

/** Whether `x` is a class written with `class`: only those have a `prototype` that cannot be replaced. */
export function isClass(x: unknown): x is Constructor {
  return typeof x === 'function' && Object.getOwnPropertyDescriptor(x, 'prototype')?.writable === false
}

/**
 * Calls `f` as Python's `f(*args)`: a function, a class, or an object with `__call__`.
 *
 * @throws TypeError `'int' object is not callable`
 */
export function callValue(f: unknown, ...args: unknown[]): unknown {
  if (isClass(f)) return new f(...args)
  if (isCallable(f)) return f(...args)
  const call = methodOf(f, '__call__')
  if (call === undefined) raise('TypeError', `'${typeName(f)}' object is not callable`)
  return call.apply(f, args)
}

/** Python's `callable(x)`. */
export function callable(x: unknown): boolean {
  return typeof x === 'function' || methodOf(x, '__call__') !== undefined
}

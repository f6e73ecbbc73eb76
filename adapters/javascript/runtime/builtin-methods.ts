import { asyncGeneratorMethods } from './async-generator-methods.ts'
import { bytesMethods } from './bytes-methods.ts'
import { numberMethods } from './number-methods.ts'
import { dictMethods } from './dict-methods.ts'
import { exceptionMethods } from './exception-methods.ts'
import { generatorMethods } from './generator-methods.ts'
import { isAsyncGenerator, isGenerator } from './type-name.ts'
import { listMethods, tupleMethods } from './list-methods.ts'
import { setMethods } from './set-methods.ts'
import { strMethods } from './str-methods.ts'
import { Tuple } from './tuple.ts'
import type { Callable } from './callable.ts'

function pick<T>(methods: Readonly<Record<string, (self: T, ...args: unknown[]) => unknown>>, self: T, name: string): Callable | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  return method === undefined ? undefined : (...args) => method(self, ...args)
}

/** The method `name` (Python's name) that `x` has as a value of a builtin type, bound; `undefined` when there is none. */
export function builtinMethod(x: unknown, name: string): Callable | undefined {
  if (typeof x === 'string') return pick(strMethods, x, name)
  if (typeof x === 'number') return pick(numberMethods, x, name)
  if (typeof x !== 'object' || x === null) return undefined
  if (Array.isArray(x)) return x instanceof Tuple ? pick(tupleMethods, x, name) : pick(listMethods, x, name)
  if (x instanceof Map) return pick(dictMethods, x, name)
  if (x instanceof Set) return pick(setMethods, x, name)
  if (x instanceof Error) return pick(exceptionMethods, x, name)
  if (x instanceof Uint8Array) return pick(bytesMethods, x, name)
  if (isAsyncGenerator(x)) return pick(asyncGeneratorMethods, x, name)
  return isGenerator(x) ? pick(generatorMethods, x, name) : undefined
}

/** Whether the properties that JavaScript gives to `x` are not attributes in Python: a text, number, list, dict, set. */
export function hasOnlyBuiltinAttributes(x: unknown): boolean {
  if (typeof x !== 'object' || x === null) return typeof x !== 'function'
  return [Array, Tuple, Map, Set, Uint8Array].some((builtin) => x.constructor === builtin) || isGenerator(x)
}

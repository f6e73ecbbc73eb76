import { instanceTest, isClassLike } from './class-name.ts'
import { isCallable } from './callable.ts'
import { matches } from './matches.ts'
import { raise } from './raise.ts'

/**
 * Python's `isinstance(x, classes)`; `classes` is a class, a builtin type, `None` (from `int | None`) or a tuple of them.
 *
 * @throws TypeError `isinstance() arg 2 must be a type, a tuple of types, or a union`
 */
export function isinstance(x: unknown, classes: unknown): boolean {
  if (Array.isArray(classes)) return classes.some((one) => isinstance(x, one))
  if (classes === null) return x === null || x === undefined
  if (!isClassLike(classes) || typeof classes !== 'function') {
    if (isAbstract(classes)) return classes[Symbol.hasInstance](x)
    raise('TypeError', 'isinstance() arg 2 must be a type, a tuple of types, or a union')
  }
  const test: unknown = Reflect.get(classes, instanceTest)
  if (isCallable(test)) return test(x) === true
  return x instanceof classes || (x instanceof Error && isErrorClass(classes) && matches(x, classes))
}

function isErrorClass(x: object): boolean {
  return Reflect.get(x, 'prototype') instanceof Error || x === Error
}

interface Abstract {
  [Symbol.hasInstance](x: unknown): boolean
}

function isAbstract(x: unknown): x is Abstract {
  return typeof x === 'object' && x !== null && Object.hasOwn(x, Symbol.hasInstance)
}

/** Python's `issubclass(cls, classes)`. @throws TypeError `issubclass() arg 1 must be a class` */
export function issubclass(cls: unknown, classes: unknown): boolean {
  if (!isClassLike(cls) || typeof cls !== 'function') raise('TypeError', 'issubclass() arg 1 must be a class')
  if (Array.isArray(classes)) return classes.some((one) => issubclass(cls, one))
  if (!isClassLike(classes) || typeof classes !== 'function') raise('TypeError', 'issubclass() arg 2 must be a class, a tuple of classes, or a union')
  if (cls === classes) return true
  const name: unknown = Reflect.get(classes, '__name__')
  if (instanceTest in classes) return name === 'object' || (name === 'int' && Reflect.get(cls, '__name__') === 'bool')
  return typeof classes.prototype === 'object' && cls.prototype instanceof classes
}

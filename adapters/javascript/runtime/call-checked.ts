import { bound } from './bind.ts'
import { callMethod } from './call-keywords.ts'
import { camelCase } from './camel-case.ts'
import { isKnownClass, methodArgumentError } from './asyncio-parameters.ts'
import { raise } from './raise.ts'
import type { Callable } from './callable.ts'

/** Raises the TypeError of a call whose arguments are known not to fit; they have been computed all the same. */
export function misfit(text: string, ..._computed: readonly unknown[]): never {
  return raise('TypeError', text)
}

/**
 * `x.name(…)` where the arguments do not fit every class of asyncio that has such a method: looks whether they fit that
 * of `x`. `args` are as JavaScript's method takes them; Python was `given` so many by position, and the keywords.
 *
 * @throws TypeError with CPython's text
 */
export function checkedMethod(x: unknown, name: string, args: readonly unknown[], given: number = args.length, keywords: readonly string[] = []): unknown {
  const wrong = methodError(x, name, given, keywords)
  if (wrong !== undefined) raise('TypeError', wrong)
  return callMethod(x, camelCase(name), args)
}

/** The bound method `x.name`, which minds how many arguments it is called with. */
export function checkedBound(x: object, name: string): unknown {
  const method = bound(x, camelCase(name))
  if (typeof method !== 'function') return method
  const checked: Callable = (...args) => checkedMethod(x, name, args)
  return Object.defineProperties(checked, { __name__: { value: name }, __qualname__: { value: Reflect.get(method, '__qualname__') }, __self__: { value: x }, __func__: { value: Reflect.get(method, '__func__') } })
}

function methodError(x: unknown, name: string, given: number, keywords: readonly string[]): string | undefined {
  if (typeof x !== 'object' || x === null) return undefined
  const key = camelCase(name)
  for (let prototype: unknown = Object.getPrototypeOf(x); typeof prototype === 'object' && prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    const cls = prototype.constructor.name
    const known = cls.endsWith('EventLoop') ? 'EventLoop' : cls
    // A class of the program's own with such a method looks after itself.
    if (!isKnownClass(known)) {
      if (Object.hasOwn(prototype, key)) return undefined
      continue
    }
    return methodArgumentError(known, name, given, keywords)
  }
  return undefined
}

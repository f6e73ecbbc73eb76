import { camelCase } from './camel-case.ts'
import { methodOf, type Callable } from './callable.ts'

const bindings = new WeakMap<object, Map<string, { readonly of: Callable; readonly method: Callable }>>()

/**
 * The method `key` (JavaScript's name) of `x`, bound: `obj.method` without call. The same method of the same
 * object gives the same function every time, so that callbacks can be removed by equality.
 */
export function bound(x: object, key: string): unknown {
  const method = methodOf(x, key)
  if (method === undefined) return Reflect.get(x, key)
  let methods = bindings.get(x)
  if (methods === undefined) bindings.set(x, (methods = new Map()))
  const known = methods.get(key)
  if (known?.of === method) return known.method
  const made: Callable = Object.defineProperties((...args: unknown[]) => method.apply(x, args), {
    name: { value: method.name },
    __self__: { value: x },
    __func__: { value: method },
    __name__: { value: Reflect.get(method, '__name__') ?? method.name },
    __qualname__: { value: Reflect.get(method, '__qualname__') },
  })
  methods.set(key, { of: method, method: made })
  return made
}

/** Python's `x.name` of a method, not called; `name` as in Python. */
export function bind(x: object, name: string): unknown {
  return bound(x, camelCase(name))
}

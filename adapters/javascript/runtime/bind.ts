import { camelCase, snakeCase } from './camel-case.ts'
import { methodOf, type Callable } from './callable.ts'
import { qualifiedName } from './class-name.ts'
import { raise } from './raise.ts'

interface Binding {
  readonly of: Callable
  readonly method: Callable
}

const bindings = new WeakMap<object, Map<string, Binding>>()

/**
 * The method `key` (JavaScript's name) of `x`, bound: `obj.method` without call. The same method of the same
 * object gives the same function every time, so that callbacks can be removed by equality.
 */
export function bound(x: object, key: string): unknown {
  const method = methodOf(x, key)
  if (method === undefined) return Reflect.get(x, key)
  return once(x, key, method, () => {
    const made: Made = withNames((...args: unknown[]) => method.apply(x, args), ownerOf(x, key), key, method)
    made.__self__ = x
    made.__func__ = method
    return made
  })
}

/** The method `key` of a class, unbound: `C.method`, which takes the object first. */
export function unbound(cls: object, key: string, method: Callable): Callable {
  return once(cls, key, method, () => withNames((self: unknown, ...args: unknown[]) => method.apply(self, args), cls, key, method))
}

function once(x: object, key: string, of: Callable, make: () => Callable): Callable {
  let methods = bindings.get(x)
  if (methods === undefined) bindings.set(x, (methods = new Map()))
  const known = methods.get(key)
  if (known?.of === of) return known.method
  const method = make()
  methods.set(key, { of, method })
  return method
}

/** The class that defines the method. */
function ownerOf(x: object, key: string): object {
  let owner: object | null = typeof x === 'function' ? x : Object.getPrototypeOf(x)
  while (owner !== null && !Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner)
  return typeof owner === 'function' || owner === null ? x : owner.constructor
}

/** A bound method, or one of a class, with Python's attributes. Written, not defined, which takes V8 much longer. */
type Made = Callable & { __name__?: unknown, __qualname__?: unknown, __self__?: object, __func__?: Callable }

function withNames(made: Made, owner: object, key: string, method: Callable): Made {
  const name: unknown = Reflect.get(method, '__name__') ?? snakeCase(key)
  made.__name__ = name
  made.__qualname__ = Reflect.get(method, '__qualname__') ?? `${qualifiedName(owner)}.${String(name)}`
  return made
}

/** Python's `x.name` of a method, not called; `name` as in Python. */
export function bind(x: object | null, name: string): unknown {
  if (x === null) return raise('AttributeError', `'NoneType' object has no attribute '${name}'`)
  return bound(x, camelCase(name))
}

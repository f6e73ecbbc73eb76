import { isCallable, isClass, methodOf, type Callable, type Constructor } from './callable.ts'
import { qualifiedName } from './class-name.ts'
import { snakeCase } from './camel-case.ts'

/** Turns generator methods of a class into coroutine functions (or async generators) with `wrap` of the implementation. */
export function asyncMethods(wrap: (body: Callable, qualname: string) => unknown, cls: Callable, ...names: readonly string[]): void {
  for (const name of names) {
    const body = methodOf(cls.prototype, name)
    if (body === undefined) continue
    const made = wrap(body, `${qualifiedName(cls)}.${snakeCase(name)}`)
    Object.defineProperty(cls.prototype, name, { value: made, writable: true, configurable: true })
  }
}

/**
 * Makes static members of a class visible on its instances, as Python's class attributes are: an instance reads the
 * class's value until it has one of its own.
 */
export function shared(cls: Callable | Constructor, ...names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(cls.prototype, name, {
      configurable: true,
      get(this: object): unknown {
        const of: unknown = this.constructor
        const value: unknown = Reflect.get(of === undefined || !isCallable(of) ? cls : of, name)
        return isCallable(value) && !isClass(value) && typeof of === 'function' && Object.getOwnPropertyDescriptor(cls, name)?.enumerable === false ? value.bind(of) : value
      },
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true })
      },
    })
  }
}

/** Puts a method of a class through a decorator, which sees a function that takes `self` first. */
export function decorateMethod(cls: Callable, name: string, decorator: (method: Callable) => unknown): void {
  const method = methodOf(cls.prototype, name)
  if (method === undefined) return
  const unbound = Object.assign((self: unknown, ...args: unknown[]) => method.apply(self, args), { __name__: name, __qualname__: `${qualifiedName(cls)}.${snakeCase(name)}` })
  const made = decorator(unbound)
  if (!isCallable(made)) return
  Object.defineProperty(cls.prototype, name, { configurable: true, writable: true, value(this: unknown, ...args: unknown[]) { return made(this, ...args) } })
}

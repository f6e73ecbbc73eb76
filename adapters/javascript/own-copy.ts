/**
 * A module as one program sees it: what the program puts into it dies with the program, and a promise of `run` that the program does
 * not wait for, as a script may, may be rejected without ending the process.
 */
export function ownCopy(asyncio: object): object {
  const prototype: unknown = Object.getPrototypeOf(asyncio)
  // What is assigned to an object whose prototype is a module's namespace is refused.
  const copy: object = prototype === null || prototype === Object.prototype ? { ...asyncio } : Object.create(asyncio)
  const run: unknown = Reflect.get(asyncio, 'run')
  if (typeof run !== 'function') return copy
  return Object.defineProperty(copy, 'run', {
    configurable: true, enumerable: true, writable: true,
    value(...args: readonly unknown[]): unknown {
      const value: unknown = Reflect.apply(run, asyncio, args)
      if (value instanceof Promise) value.catch(() => {})
      return value
    },
  })
}

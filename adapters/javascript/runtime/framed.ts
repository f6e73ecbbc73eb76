import { named } from './call-signature.ts'
import { camelCase } from './camel-case.ts'

/** Gives a function Python's qualified name for V8's call sites too, by which an implementation knows it in a call graph. Returns it. */
export function framed<F extends object>(f: F, qualname: string): F {
  Object.defineProperty(f, 'name', { value: qualname, configurable: true })
  return named(f, qualname)
}

/** The same for the methods and properties of a class, each by its Python name. */
export function framedMethods(cls: { readonly prototype: object }, qualname: string, ...names: readonly string[]): void {
  for (const name of names) {
    for (const owner of [cls, cls.prototype]) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(owner, camelCase(name)) ?? {}
      for (const f of [value, get, set]) if (typeof f === 'function') framed(f, `${qualname}.${name}`)
    }
  }
}

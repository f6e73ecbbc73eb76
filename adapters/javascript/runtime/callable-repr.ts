import { isClassLike, qualifiedName } from './class-name.ts'
import { builtinFunctions } from './builtin-functions.ts'
import { moduleName } from './module-name.ts'
import type { Writer } from './python-repr.ts'

/** Set on a bound method, which is a function of its own: the object and the function it is of. */
export interface Bound {
  readonly __self__: object
  readonly __func__: object
}

export function isBound(f: object): f is Bound {
  return Object.hasOwn(f, '__self__') && Object.hasOwn(f, '__func__')
}

/** Python's `repr` of a function, bound method, builtin or class. */
export function callableRepr(f: object, write: Writer): string {
  if (isClassLike(f)) {
    const module = moduleName(f)
    return `<class '${module === 'builtins' ? '' : `${module}.`}${qualifiedName(f)}'>`
  }
  if (isBound(f)) return `<bound method ${qualifiedName(f)} of ${write(f.__self__)}>`
  return builtinFunctions.has(f) ? `<built-in function ${qualifiedName(f)}>` : `<function ${qualifiedName(f)} at 0x…>`
}

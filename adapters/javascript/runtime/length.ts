import { methodOf } from './callable.ts'
import { raise } from './raise.ts'
import { typeName } from './type-name.ts'

/** Python's `len(x)`; a text counts characters, not UTF-16 units. @throws TypeError `object of type 'int' has no len()` */
export function len(x: unknown): number {
  if (typeof x === 'string') return /[\ud800-\udbff]/.test(x) ? [...x].length : x.length
  if (Array.isArray(x) || x instanceof Uint8Array) return x.length
  const own = methodOf(x, '__len__')
  if (own !== undefined) return Number(own.call(x))
  if (x instanceof Map || x instanceof Set) return x.size
  return raise('TypeError', `object of type '${typeName(x)}' has no len()`)
}

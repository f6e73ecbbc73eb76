import { latin1 } from './bytes-methods.ts'
import { eq } from './equality.ts'
import { iterate } from './iterate.ts'
import { methodOf } from './callable.ts'
import { raise } from './raise.ts'
import { Range } from './range.ts'
import { typeName } from './type-name.ts'

/** Python's `element in x` (mind the order of the arguments: the container first). */
export function contains(x: unknown, element: unknown): boolean {
  if (typeof x === 'string') {
    if (typeof element !== 'string') raise('TypeError', `'in <string>' requires string as left operand, not ${typeName(element)}`)
    return x.includes(element)
  }
  if (x instanceof Map || x instanceof Set || x instanceof Range) return x.has(element)
  if (Array.isArray(x)) return x.some((present) => eq(present, element))
  if (x instanceof Uint8Array && element instanceof Uint8Array) return latin1(x).includes(latin1(element))
  const own = methodOf(x, '__contains__')
  if (own !== undefined) return Boolean(own.call(x, element))
  if (typeof x !== 'object' || x === null || !(Symbol.iterator in x || '__iter__' in x || '__getitem__' in x)) {
    raise('TypeError', `argument of type '${typeName(x)}' is not a container or iterable`)
  }
  for (const present of iterate(x)) if (eq(present, element)) return true
  return false
}

import { eq } from './equality.ts'
import { isSubset } from './set.ts'
import { methodOf } from './callable.ts'
import { NotImplemented } from './singletons.ts'
import { raise } from './raise.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'

type Order = '<' | '<=' | '>' | '>='

const methods: Readonly<Record<Order, readonly [own: string, reflected: string]>> = {
  '<': ['__lt__', '__gt__'], '<=': ['__le__', '__ge__'], '>': ['__gt__', '__lt__'], '>=': ['__ge__', '__le__'],
}

/** Python's `a < b`. @throws TypeError `'<' not supported between instances of 'int' and 'str'` */
export function lt(a: unknown, b: unknown): boolean {
  return compare('<', a, b)
}

/** Python's `a <= b`. */
export function le(a: unknown, b: unknown): boolean {
  return compare('<=', a, b)
}

/** Python's `a > b`. */
export function gt(a: unknown, b: unknown): boolean {
  return compare('>', a, b)
}

/** Python's `a >= b`. */
export function ge(a: unknown, b: unknown): boolean {
  return compare('>=', a, b)
}

function holds<T extends number | string>(order: Order, a: T, b: T): boolean {
  switch (order) {
    case '<': return a < b
    case '<=': return a <= b
    case '>': return a > b
    case '>=': return a >= b
  }
}

function isNumeric(x: unknown): x is number | boolean {
  return typeof x === 'number' || typeof x === 'boolean'
}

function compare(order: Order, a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return holds(order, a, b)
  if (typeof a === 'string' && typeof b === 'string') return holds(order, a, b)
  if (isNumeric(a) && isNumeric(b)) return holds(order, Number(a), Number(b))
  if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple) return compareSequences(order, a, b)
  if (a instanceof Set && b instanceof Set) return compareSets(order, a, b)
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareSequences(order, [...a], [...b])
  const [name, reflected] = methods[order]
  for (const [x, method, other] of [[a, name, b], [b, reflected, a]] as const) {
    const answer = methodOf(x, method)?.call(x, other) ?? NotImplemented
    if (answer !== NotImplemented) return Boolean(answer)
  }
  return raise('TypeError', `'${order}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`)
}

function compareSequences(order: Order, a: readonly unknown[], b: readonly unknown[]): boolean {
  const differing = a.findIndex((element, index) => index >= b.length || !eq(element, b[index]))
  if (differing === -1 || differing >= b.length) return holds(order, a.length, b.length)
  return compare(order, a[differing], b[differing])
}

function compareSets(order: Order, a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  switch (order) {
    case '<': return a.size < b.size && isSubset(a, b)
    case '<=': return isSubset(a, b)
    case '>': return b.size < a.size && isSubset(b, a)
    case '>=': return isSubset(b, a)
  }
}

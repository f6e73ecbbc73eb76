import { bytesRepr, strRepr } from './str-repr.ts'
import { callableRepr } from './callable-repr.ts'
import { exceptionRepr, exceptionStr, isException } from './exception-repr.ts'
import { FrozenSet } from './set.ts'
import { isCoroutineObject, isGenerator, typeName } from './type-name.ts'
import { isWritable, writeRepr, type Writer } from './python-repr.ts'
import { methodOf } from './callable.ts'
import { moduleName } from './module-name.ts'
import { numberRepr } from './number-repr.ts'
import { qualifiedName } from './class-name.ts'
import { isTuple, Tuple } from './tuple.ts'

type SetOrder = (texts: string[]) => string[]
const inIterationOrder: SetOrder = (texts) => texts
const inReprOrder: SetOrder = (texts) => texts.toSorted(byCodePoint)

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Python's `repr(x)`; addresses are `0x…`. */
export function repr(x: unknown): string {
  return write(x, undefined, inIterationOrder)
}

/** The `repr` that `log` prints: sets stand in the order of their elements' `repr`. */
export function logRepr(x: unknown): string {
  return write(x, undefined, inReprOrder)
}

/** Python's `str(x)`; `str()` is the empty text. */
export function str(...args: readonly unknown[]): string {
  if (args.length === 0) return ''
  const [x] = args
  if (typeof x === 'string') return x
  if (typeof x !== 'object' || x === null) return repr(x)
  const own = methodOf(x, '__str__')
  if (own !== undefined) return String(own.call(x))
  return isException(x) && methodOf(x, '__repr__') === undefined ? exceptionStr(x, (value) => str(value), repr) : repr(x)
}

function write(x: unknown, open: Set<object> | undefined, order: SetOrder): string {
  switch (typeof x) {
    case 'string': return strRepr(x)
    case 'number': return numberRepr(x)
    case 'boolean': return x ? 'True' : 'False'
    case 'undefined': return 'None'
    case 'function': return callableRepr(x, (value) => write(value, open, order))
    case 'bigint': return String(x)
    case 'symbol': return `<${x.description ?? ''}>`
    case 'object': return x === null ? 'None' : writeObject(x, open ?? new Set(), order)
  }
}

function writeObject(x: object, open: Set<object>, order: SetOrder): string {
  const own = methodOf(x, '__repr__')
  if (own !== undefined) return String(own.call(x))
  if (open.has(x)) return recursiveRepr(x)
  open.add(x)
  const inner: Writer = (value) => write(value, open, order)
  const text = isWritable(x) ? x[writeRepr](inner) : containerRepr(x, inner, order) ?? instanceRepr(x, inner)
  open.delete(x)
  return text
}

function recursiveRepr(x: object): string {
  if (x instanceof Tuple) return '(...)'
  if (Array.isArray(x)) return '[...]'
  return x instanceof Map ? '{...}' : '...'
}

function containerRepr(x: object, inner: Writer, order: SetOrder): string | undefined {
  if (Array.isArray(x)) {
    const body = x.map(inner).join(', ')
    if (!isTuple(x)) return `[${body}]`
    return x.length === 1 ? `(${body},)` : `(${body})`
  }
  if (x instanceof Map) return `{${Array.from(x, ([key, value]) => `${inner(key)}: ${inner(value)}`).join(', ')}}`
  if (x instanceof Set) {
    const body = order(Array.from(x, inner)).join(', ')
    if (x instanceof FrozenSet) return body === '' ? 'frozenset()' : `frozenset({${body}})`
    return body === '' ? 'set()' : `{${body}}`
  }
  return x instanceof Uint8Array ? bytesRepr(x) : undefined
}

function instanceRepr(x: object, inner: Writer): string {
  if (isException(x)) return exceptionRepr(x, inner)
  if (isGenerator(x)) return '<generator object <genexpr> at 0x…>'
  const described = methodOf(x, 'toString')
  if (described !== undefined && described !== Object.prototype.toString) return String(described.call(x))
  if (isCoroutineObject(x) || typeName(x) === 'async_generator') return `<${typeName(x)} object ${qualifiedName(x)} at 0x…>`
  const cls = x.constructor
  return `<${moduleName(cls) === 'builtins' ? '' : `${moduleName(cls)}.`}${qualifiedName(cls)} object at 0x…>`
}

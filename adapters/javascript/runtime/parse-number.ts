import { latin1 } from './bytes-methods.ts'
import { methodOf } from './callable.ts'
import { raise } from './raise.ts'
import { strRepr } from './str-repr.ts'
import { typeName } from './type-name.ts'

/** Python's `int(x, base)`. */
export function integerFrom(x: unknown, base?: unknown): number {
  if (typeof x === 'string') return parseInteger(x, base === undefined ? 10 : Number(base))
  if (x instanceof Uint8Array) return parseInteger(latin1(x), base === undefined ? 10 : Number(base))
  if (base !== undefined) raise('TypeError', "int() can't convert non-string with explicit base")
  if (typeof x === 'number') {
    if (Number.isNaN(x)) raise('ValueError', 'cannot convert float NaN to integer')
    if (!Number.isFinite(x)) raise('OverflowError', 'cannot convert float infinity to integer')
    return Math.trunc(x) + 0
  }
  if (typeof x === 'boolean') return Number(x)
  const own = methodOf(x, '__int__') ?? methodOf(x, '__index__')
  if (own !== undefined) return Number(own.call(x))
  return raise('TypeError', `int() argument must be a string, a bytes-like object or a real number, not '${typeName(x)}'`)
}

function parseInteger(text: string, base: number): number {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
  const match = /^\s*([+-]?)(0[xob])?([0-9a-z](?:_?[0-9a-z])*)\s*$/i.exec(text)
  const prefix = match?.[2]?.toLowerCase()
  const prefixBase = prefix === '0x' ? 16 : prefix === '0o' ? 8 : prefix === '0b' ? 2 : undefined
  const radix = base === 0 ? (prefixBase ?? 10) : base
  const usesPrefix = prefixBase === radix
  const body = `${usesPrefix ? '' : (match?.[2] ?? '')}${match?.[3] ?? ''}`.toLowerCase().replaceAll('_', '')
  if (match === null || [...body].some((digit) => digits.indexOf(digit) >= radix)) {
    raise('ValueError', `invalid literal for int() with base ${base}: ${strRepr(text)}`)
  }
  let value = 0
  for (const digit of body) value = value * radix + digits.indexOf(digit)
  return match[1] === '-' ? 0 - value : value
}

/** Python's `float(x)`. */
export function numberFrom(x: unknown): number {
  if (typeof x === 'number') return x
  if (typeof x === 'boolean') return Number(x)
  if (typeof x === 'string') {
    const text = x.trim().toLowerCase()
    if (/^[+-]?(?:inf|infinity)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity
    if (/^[+-]?nan$/.test(text)) return Number.NaN
    if (/^[+-]?(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:e[+-]?\d+)?$/.test(text)) return Number(text.replaceAll('_', ''))
    return raise('ValueError', `could not convert string to float: ${strRepr(x)}`)
  }
  const own = methodOf(x, '__float__') ?? methodOf(x, '__index__')
  if (own !== undefined) return Number(own.call(x))
  return raise('TypeError', `float() argument must be a string or a real number, not '${typeName(x)}'`)
}

import { fixed, significant } from './decimal.ts'
import { numberRepr } from './number-repr.ts'

/** How a number is to be written: type letter, digits after it, and `#`. */
export interface NumberStyle {
  readonly type: string
  readonly precision: number | undefined
  readonly alternate: boolean
}

function exponentText(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function pointed(digits: string, alternate: boolean): string {
  const first = digits.slice(0, 1)
  return digits.length > 1 ? `${first}.${digits.slice(1)}` : alternate ? `${first}.` : first
}

function general(x: number, precision: number, alternate: boolean): string {
  const places = Math.max(1, precision)
  const [digits, exponent] = significant(x, places - 1)
  const trim = (text: string): string => (alternate || !text.includes('.') ? text : text.replace(/\.?0+$/, ''))
  if (exponent < -4 || exponent >= places) return trim(pointed(digits, false)) + exponentText(exponent)
  return trim(fixed(x, Math.max(0, places - 1 - exponent)))
}

/** `|x|` written in style `e`, `f`, `g`, `%`, `n` or none, as Python's float formatting. CPython 3.14 Objects/stringlib, pystrtod.c */
export function formatFloat(x: number, style: NumberStyle): string {
  const { type, precision, alternate } = style
  if (!Number.isFinite(x)) {
    const text = Number.isNaN(x) ? 'nan' : 'inf'
    return (type === type.toUpperCase() && /[A-Z]/.test(type) ? text.toUpperCase() : text) + (type === '%' ? '%' : '')
  }
  switch (type) {
    case 'f': case 'F': return fixed(x, precision ?? 6) + (alternate && precision === 0 ? '.' : '')
    case '%': return `${fixed(x * 100, precision ?? 6)}%`
    case 'e': case 'E': {
      const [digits, exponent] = significant(x, precision ?? 6)
      const text = pointed(digits, alternate) + exponentText(exponent)
      return type === 'E' ? text.toUpperCase() : text
    }
    case 'g': case 'n': return general(x, precision ?? 6, alternate)
    case 'G': return general(x, precision ?? 6, alternate).toUpperCase()
    default: return precision === undefined ? numberRepr(Math.abs(x)) : general(x, precision, alternate)
  }
}

/** `|x|`, an integer, in style `d`, `b`, `o`, `x`, `X`, with its prefix when `alternate`. */
export function formatInteger(x: number, style: NumberStyle): string {
  const digits = BigInt(Math.abs(x))
  const prefix = style.alternate && style.type !== 'd' && style.type !== 'n' && style.type !== '' ? `0${style.type}` : ''
  switch (style.type) {
    case 'b': return prefix + digits.toString(2)
    case 'o': return prefix + digits.toString(8)
    case 'x': return prefix + digits.toString(16)
    case 'X': return prefix + digits.toString(16).toUpperCase()
    default: return digits.toString()
  }
}

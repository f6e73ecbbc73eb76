import { formatFloat, formatInteger } from './format-number.ts'
import { methodOf } from './callable.ts'
import { raise } from './raise.ts'
import { str } from './repr.ts'
import { typeName } from './type-name.ts'

interface Spec {
  readonly fill: string
  readonly align: string | undefined
  readonly sign: string
  readonly negativeZero: boolean
  readonly alternate: boolean
  readonly width: number
  readonly grouping: string
  readonly precision: number | undefined
  readonly type: string
}

const grammar = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su

function parse(spec: string, value: unknown): Spec {
  const match = grammar.exec(spec)
  if (match === null) raise('ValueError', `Invalid format specifier '${spec}' for object of type '${typeName(value)}'`)
  const [, fill, align, sign, negativeZero, alternate, zero, width, grouping, precision, type] = match
  return {
    fill: fill ?? (zero !== undefined && align === undefined ? '0' : zero !== undefined && fill === undefined ? '0' : ' '),
    align: align ?? (zero === undefined ? undefined : '='),
    sign: sign ?? '-',
    negativeZero: negativeZero !== undefined,
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    grouping: grouping ?? '',
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? '',
  }
}

/**
 * Python's `format(value, spec)`, which is also what `f'{value:spec}'` does.
 *
 * @throws ValueError `Unknown format code 'd' for object of type 'str'`
 * @throws TypeError `unsupported format string passed to list.__format__`
 */
export function format(value: unknown, spec = ''): string {
  const own = methodOf(value, '__format__')
  if (own !== undefined) return str(own.call(value, spec))
  if (spec === '') return str(value)
  switch (typeof value) {
    case 'string': return formatText(value, parse(spec, value))
    case 'number': return formatNumber(value, parse(spec, value))
    case 'boolean': return formatNumber(Number(value), parse(spec, value))
    default: return raise('TypeError', `unsupported format string passed to ${typeName(value)}.__format__`)
  }
}

function pad(text: string, spec: Spec, align: string): string {
  const missing = spec.width - [...text].length
  if (missing <= 0) return text
  if (align === '<') return text + spec.fill.repeat(missing)
  if (align === '>') return spec.fill.repeat(missing) + text
  const left = Math.floor(missing / 2)
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left)
}

function formatText(text: string, spec: Spec): string {
  if (spec.type !== '' && spec.type !== 's') raise('ValueError', `Unknown format code '${spec.type}' for object of type 'str'`)
  if (spec.sign !== '-') raise('ValueError', `${spec.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`)
  if (spec.alternate) raise('ValueError', 'Alternate form (#) not allowed in string format specifier')
  if (spec.grouping !== '') raise('ValueError', `Cannot specify '${spec.grouping}' with 's'.`)
  if (spec.align === '=' && spec.fill !== '0') raise('ValueError', "'=' alignment not allowed in string format specifier")
  return pad(spec.precision === undefined ? text : [...text].slice(0, spec.precision).join(''), spec, spec.align === undefined || spec.align === '=' ? '<' : spec.align)
}

const integerTypes = new Set(['b', 'c', 'd', 'o', 'x', 'X'])
const floatTypes = new Set(['e', 'E', 'f', 'F', 'g', 'G', 'n', '%'])

function formatNumber(value: number, spec: Spec): string {
  const whole = Number.isInteger(value)
  if (spec.type !== '' && !floatTypes.has(spec.type) && !(whole && integerTypes.has(spec.type))) {
    raise('ValueError', `Unknown format code '${spec.type}' for object of type '${typeName(value)}'`)
  }
  const asInteger = whole && (integerTypes.has(spec.type) || (spec.type === '' && spec.precision === undefined) || spec.type === 'n')
  if (asInteger && spec.precision !== undefined) raise('ValueError', 'Precision not allowed in integer format specifier')
  if (asInteger && spec.negativeZero) raise('ValueError', 'Negative zero coercion (z) not allowed in integer format specifier')
  if (spec.type === 'c') return pad(String.fromCodePoint(value), spec, spec.align ?? '<')
  const digits = asInteger ? formatInteger(value, spec) : formatFloat(value, spec)
  const sign = value < 0 && !(spec.negativeZero && !/[1-9]/.test(digits)) ? '-' : spec.sign === '-' ? '' : spec.sign
  return signed(sign, digits, spec)
}

function signed(sign: string, digits: string, spec: Spec): string {
  const prefix = /^0[box]/i.exec(digits)?.[0] ?? ''
  const split = /^([0-9a-f]*)(.*)$/is.exec(/^[bcdoxX]$|^$/.test(spec.type) ? digits.slice(prefix.length) : digits.slice(prefix.length).replace('e', '\u0000e'))
  const whole = split?.[1] ?? ''
  const rest = (split?.[2] ?? '').replace('\u0000', '')
  const size = /[boxX]/.test(spec.type) ? 4 : 3
  const head = sign + prefix
  if ((spec.align ?? '>') !== '=') return pad(head + group(whole, spec.grouping, size, 0) + rest, spec, spec.align ?? '>')
  const room = spec.width - head.length - rest.length
  if (spec.fill === '0') return head + group(whole, spec.grouping, size, room) + rest
  const grouped = group(whole, spec.grouping, size, 0)
  return head + spec.fill.repeat(Math.max(0, room - grouped.length)) + grouped + rest
}

/** Puts separators into `digits`, filled with zeros to `room` characters, separators counted. */
function group(digits: string, separator: string, size: number, room: number): string {
  if (separator === '') return digits.padStart(room, '0')
  let filled = digits
  const grouped = (): string => filled.replaceAll(new RegExp(`\\B(?=(?:.{${size}})+$)`, 'g'), separator)
  while (grouped().length < room) filled = `0${filled}`
  return grouped()
}

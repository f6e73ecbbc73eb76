import { format } from './format.ts'
import { item } from './subscript.ts'
import { raise } from './raise.ts'
import { repr, str } from './repr.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'

/** What `%s` and its like make of a value. */
interface Texts {
  readonly text: (value: unknown, type: string) => string
  readonly of: 'string' | 'bytes'
}

const ofStrings: Texts = {
  text: (value, type) => (type === 's' ? str(value) : type !== 'c' ? repr(value) : typeof value === 'number' ? String.fromCodePoint(value) : str(value)),
  of: 'string',
}

const conversion = /%(?:\(([^)]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+)?)?[hlL]?(.|$)/gsu

/**
 * Python's `template % values`.
 *
 * @throws TypeError `not enough arguments for format string`, `%d format: a real number is required, not str`
 */
export function formatPercent(template: string, values: unknown, { text: textOf, of }: Texts = ofStrings): string {
  const args: readonly unknown[] = values instanceof Tuple ? values : [values]
  let used = 0
  let named = false
  const next = (): unknown => (used < args.length ? args[used++] : raise('TypeError', 'not enough arguments for format string'))
  const text = template.replaceAll(conversion, (whole: string, key: string | undefined, flags: string, width: string | undefined, precision: string | undefined, type: string, at: number) => {
    if (type === '%') return '%'
    if (type === '') raise('ValueError', 'incomplete format')
    if (key !== undefined) named = true
    if (key !== undefined && !(values instanceof Map)) raise('TypeError', 'format requires a mapping')
    const wide = width === '*' ? Number(next()) : Number(width ?? 0)
    const dotted = whole.slice(key === undefined ? 0 : key.length + 3).includes('.')
    const digits = precision === '*' ? Number(next()) : precision === undefined ? (dotted ? 0 : undefined) : Number(precision)
    const value = key === undefined ? next() : item(values, key)
    return convert(value, type, textOf, { flags, width: wide, precision: digits, at: at + whole.length - type.length })
  })
  if (!named && used < args.length && !(values instanceof Map)) raise('TypeError', `not all arguments converted during ${of} formatting`)
  return text
}

interface Conversion {
  readonly flags: string
  readonly width: number
  readonly precision: number | undefined
  readonly at: number
}

function convert(value: unknown, type: string, textOf: Texts['text'], { flags, width, precision, at }: Conversion): string {
  const left = flags.includes('-') || width < 0
  const size = Math.abs(width)
  const numeric = (code: string, x: unknown): string => {
    const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
    const zero = flags.includes('0') && !left ? `0=` : left ? '<' : '>'
    return format(x, `${zero}${sign}${flags.includes('#') ? '#' : ''}${size === 0 ? '' : size}${/[dxXo]/.test(code) || precision === undefined ? '' : `.${precision}`}${code}`)
  }
  switch (type) {
    case 'b': case 's': case 'r': case 'a': {
      const text = textOf(value, type)
      const cut = precision === undefined ? text : text.slice(0, precision)
      return left ? cut.padEnd(size) : cut.padStart(size)
    }
    case 'd': case 'i': case 'u': return numeric('d', Math.trunc(number(value, type, 'a real number is required')))
    case 'x': case 'X': case 'o': return numeric(type, number(value, type, 'an integer is required'))
    case 'f': case 'F': case 'e': case 'E': case 'g': case 'G': return numeric(type, typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : raise('TypeError', `must be real number, not ${typeName(value)}`)) 
    case 'c': return textOf(value, type).padStart(size)
    default: return raise('ValueError', `unsupported format character '${type}' (0x${type.codePointAt(0)?.toString(16) ?? ''}) at index ${at}`)
  }
}

function number(value: unknown, type: string, wanted: string): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value)
  return raise('TypeError', `%${type} format: ${wanted}, not ${typeName(value)}`)
}

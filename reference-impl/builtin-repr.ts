import { BaseException } from './exceptions/base-exception.ts'
import { className, typeName } from './type-name.ts'

/** Python's `repr` of values where no world brings its own: in TypeScript. */
export function builtinRepr(value: unknown): string {
  switch (typeof value) {
    case 'undefined': return 'None'
    case 'string': return quote(value)
    case 'boolean': return value ? 'True' : 'False'
    case 'number': return Number.isNaN(value) ? 'nan' : value === Infinity ? 'inf' : value === -Infinity ? '-inf' : String(value)
    case 'function': return `<function ${value.name} at 0x…>`
    case 'bigint': case 'symbol': return String(value)
    case 'object': return value === null ? 'None' : objectRepr(value)
  }
}

function objectRepr(value: object): string {
  if ('__repr__' in value && typeof value.__repr__ === 'function') return String(value.__repr__())
  if (value instanceof BaseException) return `${className(value)}(${value.args.map(builtinRepr).join(', ')})`
  if (value instanceof Error) return `${value.name}(${value.message === '' ? '' : quote(value.message)})`
  if (Array.isArray(value)) return `[${value.map(builtinRepr).join(', ')}]`
  if (value instanceof Map) return `{${[...value].map(([k, v]) => `${builtinRepr(k)}: ${builtinRepr(v)}`).join(', ')}}`
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${[...value].map(builtinRepr).join(', ')}}`
  const text = String(value)
  return text.startsWith('[object ') ? `<${typeName(value)} object at 0x…>` : text
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  const body = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
  return mark + body.replaceAll(mark, `\\${mark}`) + mark
}

import { BaseException } from './exceptions/base-exception.ts'
import { active } from './runtime-state.ts'

/** Python's `repr` of a value, as far as the texts of asyncio need it; a world may bring a fuller one. */
export function repr(value: unknown): string {
  return active.repr === null ? builtinRepr(value) : active.repr(value)
}

function builtinRepr(value: unknown): string {
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
  if (value instanceof BaseException) return `${value.constructor.name}(${value.args.map(repr).join(', ')})`
  if (value instanceof Error) return `${value.name}(${value.message === '' ? '' : quote(value.message)})`
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`
  if (value instanceof Map) return `{${[...value].map(([k, v]) => `${repr(k)}: ${repr(v)}`).join(', ')}}`
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${[...value].map(repr).join(', ')}}`
  const text = String(value)
  return text.startsWith('[object ') ? `<${typeName(value)} object at 0x…>` : text
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  const body = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
  return mark + body.replaceAll(mark, `\\${mark}`) + mark
}

/** Python's name of the type of a value, for messages. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined': return 'NoneType'
    case 'string': return 'str'
    case 'boolean': return 'bool'
    case 'number': return Number.isInteger(value) ? 'int' : 'float'
    case 'bigint': return 'int'
    case 'function': return 'function'
    case 'symbol': return 'object'
    case 'object':
      if (value === null) return 'NoneType'
      if (Array.isArray(value)) return value.constructor === Array ? 'list' : value.constructor.name.toLowerCase()
      if (value instanceof Map) return 'dict'
      if (value instanceof Set) return 'set'
      return pythonTypeName(value)
  }
}

function pythonTypeName(value: object): string {
  if ('__typename__' in value && typeof value.__typename__ === 'string') return value.__typename__
  if (Symbol.iterator in value && String(value) === '[object Generator]') return 'generator'
  return value.constructor?.name ?? 'object'
}

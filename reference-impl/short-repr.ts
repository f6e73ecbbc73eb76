import { repr } from './repr.ts'

/** Python's `reprlib.repr`: a `repr` cut to a readable length. */
export function shortRepr(value: unknown): string { return short(value, 6) }

function short(value: unknown, level: number): string {
  if (typeof value === 'string') return shortString(value)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return cut(repr(value), 40)
  if (Array.isArray(value)) {
    const sample = repr(value)
    const [open, close] = sample.startsWith('(') ? ['(', value.length === 1 ? ',)' : ')'] : ['[', ']']
    if (sample.startsWith('(') || sample.startsWith('[')) return open + items(value, 6, level).join(', ') + close
  } else if (value instanceof Map && value.constructor === Map) {
    if (value.size > 0 && level <= 0) return '{...}'
    const shown = [...value].slice(0, 4).map(([k, v]) => `${short(k, level - 1)}: ${short(v, level - 1)}`)
    return `{${[...shown, ...(value.size > 4 ? ['...'] : [])].join(', ')}}`
  }
  return cut(repr(value), 30)
}

function items(values: readonly unknown[], limit: number, level: number): string[] {
  if (values.length > 0 && level <= 0) return ['...']
  const shown = values.slice(0, limit).map(value => short(value, level - 1))
  return values.length > limit ? [...shown, '...'] : shown
}

function shortString(text: string): string {
  const whole = repr(text.slice(0, 30))
  if (text.length <= 30 && whole.length <= 30) return whole
  return cut(repr(text.slice(0, 13) + text.slice(-14)), 0, 30)
}

function cut(text: string, limit: number, length = limit): string {
  if (text.length <= limit) return text
  const left = Math.floor((length - 3) / 2)
  return `${text.slice(0, left)}...${text.slice(text.length - (length - 3 - left))}`
}

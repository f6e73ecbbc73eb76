import { lessThan } from './less-than.ts'
import { repr } from './repr.ts'

/** Python's `reprlib.repr`: a `repr` cut to a readable length. */
export function shortRepr(value: unknown): string { return short(value, 6) }

function short(value: unknown, level: number): string {
  if (typeof value === 'string') return shortString(value)
  const whole = repr(value)
  // A class of the program's own, a deque for one, shows itself otherwise.
  if (Array.isArray(value) && whole.startsWith('[')) return `[${items(value, 6, level, short)}]`
  if (Array.isArray(value) && whole.startsWith('(')) return `(${items(value, 6, level, short)}${value.length === 1 ? ',' : ''})`
  if (value instanceof Map && whole.startsWith('{')) {
    return `{${items(sorted([...value.keys()]), 4, level, (key, inner) => `${short(key, inner)}: ${short(value.get(key), inner)}`)}}`
  }
  if (value instanceof Set && whole.startsWith('{')) return `{${items(sorted([...value]), 6, level, short)}}`
  return cut(whole, 30)
}

/** In order, if they have one. */
function sorted(values: unknown[]): unknown[] {
  try {
    return values.toSorted((a, b) => lessThan(a, b) ? -1 : lessThan(b, a) ? 1 : 0)
  } catch {
    return values
  }
}

function items<T>(values: readonly T[], limit: number, level: number, text: (value: T, level: number) => string): string {
  if (values.length > 0 && level <= 0) return '...'
  const shown = values.slice(0, limit).map(value => text(value, level - 1))
  return [...shown, ...(values.length > limit ? ['...'] : [])].join(', ')
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

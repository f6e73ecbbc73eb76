/** A value that somebody gave, for a message that says what it should have been. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (value instanceof Promise) return 'a promise'
  return typeof value === 'object' && value !== null ? 'an object' : typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : JSON.stringify(value)
}

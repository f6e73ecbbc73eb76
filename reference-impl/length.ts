/** Python's `len` of a container, `null` for what has none. */
export function length(value: unknown): number | null {
  if (Array.isArray(value)) return value.length
  if (value instanceof Map || value instanceof Set) return value.size
  if (typeof value === 'object' && value !== null && '__len__' in value && typeof value.__len__ === 'function') {
    return Number(value.__len__())
  }
  return null
}

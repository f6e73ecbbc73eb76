import { length } from './length.ts'

/** Whether Python takes a value for true: `None`, `False`, 0, and whatever is empty are not. */
export function truth(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value) || Number.isNaN(value)
  if ('__bool__' in value && typeof value.__bool__ === 'function') return Boolean(value.__bool__())
  return length(value) !== 0
}

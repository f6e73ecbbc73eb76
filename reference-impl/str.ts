import { BaseException } from './exceptions/base-exception.ts'
import { KeyError } from './exceptions/errors.ts'
import { repr } from './repr.ts'

/** Python's `str` of a value. */
export function str(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return repr(value)
  if ('__str__' in value && typeof value.__str__ === 'function') return String(value.__str__())
  if (!(value instanceof BaseException)) return repr(value)
  if (value instanceof KeyError && value.args.length === 1) return repr(value.args[0])
  return value.args.length > 1 ? `(${value.args.map(repr).join(', ')})` : value.args.map(str).join('')
}

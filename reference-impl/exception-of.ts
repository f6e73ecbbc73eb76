import { TypeError } from './exceptions/errors.ts'
import { isExceptionClass } from './exceptions/is-exception-class.ts'
import { typeName } from './type-name.ts'

/**
 * What Python raises where `value` is thrown: an exception as it is, an instance of a class of exceptions, a TypeError
 * for anything else. CPython 3.14 genobject.c, _gen_throw.
 */
export function exceptionOf(value: unknown): Error {
  return exceptionOrNull(value) ?? new TypeError(`exceptions must be classes or instances deriving from BaseException, not ${typeName(value)}`)
}

/** An exception as it is, an instance of a class of exceptions, `null` for anything else. */
export function exceptionOrNull(value: unknown): Error | null {
  if (value instanceof Error) return value
  if (!isExceptionClass(value)) return null
  const made: unknown = Reflect.construct(value, [])
  return made instanceof Error ? made : null
}

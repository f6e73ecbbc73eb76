import type { BaseException } from './exceptions/base-exception.ts'

/** Python's `raise error from cause`, without the raising. */
export function raisedFrom<E extends BaseException>(error: E, cause: unknown): E {
  error.__cause__ = cause
  error.__context__ = cause
  error.__suppress_context__ = true
  return error
}

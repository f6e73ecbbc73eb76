import { currentExceptions, type ExceptionName } from './exceptions.ts'

/** A new exception of Python's class `name`, of the implementation that is running. */
export function exception(name: ExceptionName, ...args: unknown[]): Error {
  return new (currentExceptions()[name])(...args)
}

/** Raises Python's exception `name`. */
export function raise(name: ExceptionName, ...args: unknown[]): never {
  throw exception(name, ...args)
}

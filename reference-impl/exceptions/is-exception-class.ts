/** A class whose instances can be thrown. */
export type ExceptionClass = abstract new (...args: never[]) => object

/** Whether it is a class of exceptions, JavaScript's own `Error` included. */
export function isExceptionClass(value: unknown): value is ExceptionClass {
  return typeof value === 'function' && (value === Error || value.prototype instanceof Error)
}

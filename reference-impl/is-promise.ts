/** Whether it is a promise, or looks like one. */
export function isPromise<T = never>(value: unknown): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

import { Exception } from './exceptions/exception.ts'

/** CPython's `concurrent.futures` has these two for itself. `concurrent/futures/_base.py`. */
class CancelledError extends Exception {}
class InvalidStateError extends Exception {}

export { CancelledError as ConcurrentCancelledError, InvalidStateError as ConcurrentInvalidStateError }

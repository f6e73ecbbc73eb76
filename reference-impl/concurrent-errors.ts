import { Exception } from './exceptions/exception.ts'
import { RuntimeError } from './exceptions/errors.ts'

/** CPython's `concurrent.futures` has these two for itself. `concurrent/futures/_base.py`. */
class CancelledError extends Exception {}
class InvalidStateError extends Exception {}

export { CancelledError as ConcurrentCancelledError, InvalidStateError as ConcurrentInvalidStateError }

/** An executor whose initializer failed, or one of whose workers ended in the middle of a function: it takes no more. */
export class BrokenExecutor extends RuntimeError {}
export class BrokenThreadPool extends BrokenExecutor {}
export class BrokenProcessPool extends BrokenExecutor {}

import { typeName } from '../type-name.ts'
import { BaseException } from './base-exception.ts'
import { EOFError, RuntimeError, TypeError } from './errors.ts'
import { Exception } from './exception.ts'

/** The future or task was cancelled; the argument is the message given to `cancel`. */
export class CancelledError extends BaseException { static override readonly capturesStack = false }

/** The operation does not fit the state of the future. */
export class InvalidStateError extends Exception {}

/** A sendfile call is not available for the given descriptor. */
export class SendfileNotAvailableError extends RuntimeError {}

/** The barrier was broken by `abort`, or a waiter of it failed. */
export class BrokenBarrierError extends RuntimeError {}

/** A read ended before the asked number of bytes; `partial` holds what came. */
export class IncompleteReadError extends EOFError {
  readonly partial: { readonly length: number }
  readonly expected: number | null
  constructor(partial: { readonly length: number }, expected: number | null) {
    if (typeof partial === 'function' || partial?.length === undefined) throw new TypeError(`object of type '${typeName(partial)}' has no len()`)
    super(`${partial.length} bytes read on a total of ${expected === null ? 'undefined' : expected} expected bytes`)
    this.partial = partial
    this.expected = expected
  }
}

/** The buffer limit was reached while looking for a separator. */
export class LimitOverrunError extends Exception {
  readonly consumed: number
  constructor(message: string, consumed: number) {
    super(message)
    this.consumed = consumed
  }
}

/** `getNowait` on an empty queue. */
export class QueueEmpty extends Exception {}
/** `putNowait` on a full queue. */
export class QueueFull extends Exception {}
/** The queue was shut down. */
export class QueueShutDown extends Exception {}

import { BaseException } from './base-exception.ts'

/** Thrown into a coroutine or generator to end it. */
export class GeneratorExit extends BaseException { static override readonly capturesStack = false }

/** Goes through the event loop instead of staying in its task. */
export class KeyboardInterrupt extends BaseException {}

/** Goes through the event loop instead of staying in its task; `code` is the first argument. */
export class SystemExit extends BaseException {
  // Frozen as Python's tuple is.
  get code(): unknown { return this.args.length > 1 ? Object.freeze([...this.args]) : this.args[0] ?? null }
}

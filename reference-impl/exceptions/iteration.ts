import { Exception } from './exception.ts'

/** What `send` throws when a coroutine returned; `value` is what it returned. */
export class StopIteration extends Exception {
  static override readonly capturesStack = false
  value: unknown
  constructor(...args: unknown[]) {
    super(...args)
    this.value = args[0] ?? null
  }
}

/** The end of an asynchronous iteration. */
export class StopAsyncIteration extends Exception { static override readonly capturesStack = false }

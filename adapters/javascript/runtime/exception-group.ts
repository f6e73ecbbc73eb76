import type { ExceptionClass } from './base-exception.ts'

/** What an exception group has beside `args`. */
export interface GroupLike extends Error {
  readonly exceptions: readonly Error[]
}

/** Whether `error` is a group, ours or an implementation's: it has `exceptions`. */
export function isGroup(error: unknown): error is GroupLike {
  return error instanceof Error && 'exceptions' in error && Array.isArray(error.exceptions)
}

/** Gives a group class that the runtime made `message` and `exceptions`, read from `args`. */
export function fillExceptionGroup(group: ExceptionClass): void {
  Object.defineProperties(group.prototype, {
    message: { configurable: true, get: argument(0) },
    exceptions: { configurable: true, get: argument(1) },
  })
}

function argument(index: number): (this: { args: readonly unknown[] }) => unknown {
  return function get() {
    return this.args[index]
  }
}

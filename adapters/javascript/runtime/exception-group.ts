import type { ExceptionClass } from './base-exception.ts'

/** What an exception group has beside `args`. */
export interface GroupLike extends Error {
  readonly exceptions: readonly Error[]
}

/** Whether `error` is a group, ours or an implementation's: it has `exceptions`. */
export function isGroup(error: unknown): error is GroupLike {
  return error instanceof Error && 'exceptions' in error && Array.isArray(error.exceptions)
}

/** How groups are parted; filled by exception-methods.ts, which needs the classes that are made here. */
export const groupMethods = new Map<string, (group: Error, ...args: unknown[]) => unknown>()

/** What classes made by the runtime read from `args`. */
const fields: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  BaseExceptionGroup: { message: 0, exceptions: 1 },
  ExceptionGroup: { message: 0, exceptions: 1 },
  StopIteration: { value: 0 },
  SystemExit: { code: 0 },
  OSError: { errno: 0, strerror: 1 },
}

function hasGroupInstance(this: ExceptionClass, x: unknown): boolean {
  return Function.prototype[Symbol.hasInstance].call(this, x) || (Object.hasOwn(this, 'name') && this.name === 'BaseExceptionGroup' && isGroup(x))
}

/** Gives a class that the runtime made the attributes and methods of its own that Python's class has. */
export function fillException(name: string, cls: ExceptionClass): void {
  for (const [field, index] of Object.entries(fields[name] ?? {})) {
    Object.defineProperty(cls.prototype, field, {
      configurable: true,
      get: argument(index),
      set(this: object, value: unknown) {
        Object.defineProperty(this, field, { value, writable: true, enumerable: true, configurable: true })
      },
    })
  }
  if (!name.endsWith('ExceptionGroup')) return
  if (name === 'BaseExceptionGroup') Object.defineProperty(cls, Symbol.hasInstance, { value: hasGroupInstance })
  for (const method of ['split', 'subgroup', 'derive']) {
    Object.defineProperty(cls.prototype, method, {
      configurable: true,
      writable: true,
      value(this: Error, ...args: unknown[]) {
        return groupMethods.get(method)?.(this, ...args)
      },
    })
  }
}

function argument(index: number): (this: { args: readonly unknown[] }) => unknown {
  return function get() {
    return this.args[index] ?? null
  }
}

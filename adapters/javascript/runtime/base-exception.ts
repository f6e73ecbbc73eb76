import { Tuple } from './tuple.ts'

/** What every exception class can be constructed from, and what it makes. */
export type ExceptionClass = new (...args: unknown[]) => Error

/**
 * The root of Python's exceptions for an implementation that has none of its own.
 *
 * It is an `Error` by prototype only: no stack is captured, construction costs what an object costs.
 */
class PythonBaseException {
  args: Tuple
  __cause__: unknown = null
  __context__: unknown = null
  __suppress_context__ = false
  __traceback__: unknown = null

  constructor(...args: unknown[]) {
    this.args = Tuple.of(...args)
  }

  get name(): string {
    return this.constructor.name
  }

  // Programs give their exceptions attributes of these names.
  set name(value: unknown) {
    Object.defineProperty(this, 'name', { value, writable: true, enumerable: true, configurable: true })
  }

  get message(): string {
    return this.args.map(String).join(', ')
  }

  set message(value: unknown) {
    Object.defineProperty(this, 'message', { value, writable: true, enumerable: true, configurable: true })
  }

  addNote(note: unknown): null {
    const notes: unknown = Reflect.get(this, '__notes__')
    if (Array.isArray(notes)) notes.push(note)
    else Reflect.set(this, '__notes__', [note])
    return null
  }

  withTraceback(): this {
    return this
  }

  toString(): string {
    return `${this.name}: ${this.message}`
  }
}

Object.setPrototypeOf(PythonBaseException.prototype, Error.prototype)
Object.defineProperty(PythonBaseException, 'name', { value: 'BaseException' })

function isErrorClass(x: unknown): x is ExceptionClass {
  return typeof x === 'function' && x.prototype instanceof Error
}

/** `PythonBaseException` as the `Error` class that it is at run time. */
export function rootException(): ExceptionClass {
  const root: unknown = PythonBaseException
  if (!isErrorClass(root)) throw new Error('BaseException is not an Error')
  return root
}

/** The class named `name` among the exports of an implementation, when it is an exception class. */
export function exportedException(implementation: object, name: string): ExceptionClass | undefined {
  const found: unknown = Reflect.get(implementation, name)
  return isErrorClass(found) ? found : undefined
}

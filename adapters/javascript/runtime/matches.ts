import { currentExceptions, isExceptionName, type ExceptionClass, type ExceptionName } from './exceptions.ts'
import { snakeCase } from './camel-case.ts'

const translated = new WeakMap<object, Error>()

/** JavaScript's errors that have another name in Python. */
const counterparts: Readonly<Record<string, ExceptionName>> = {
  RangeError: 'ValueError', ReferenceError: 'NameError', Error: 'Exception', AggregateError: 'ExceptionGroup', AbortError: 'CancelledError', EvalError: 'Exception', URIError: 'ValueError',
}

/** The Python class that a foreign error counts as: that of its own name, or of the nearest ancestor that has one. */
function countsAs(error: object): ExceptionClass {
  const table = currentExceptions()
  for (let prototype: unknown = Object.getPrototypeOf(error); typeof prototype === 'object' && prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    const name = prototype.constructor.name
    if (isExceptionName(name)) return table[name]
    const counterpart = counterparts[name]
    if (counterpart !== undefined) return table[counterpart]
  }
  return table.Exception
}

const translations: readonly [RegExp, ExceptionName, (...groups: readonly string[]) => string][] = [
  [/^Maximum call stack size exceeded/, 'RecursionError', () => 'maximum recursion depth exceeded'],
  [/^Cannot read properties of (?:null|undefined) \(reading '(.*)'\)/, 'AttributeError', (name = '') => `'NoneType' object has no attribute '${snakeCase(name)}'`],
  [/^Cannot set properties of (?:null|undefined) \(setting '(.*)'\)/, 'AttributeError', (name = '') => `'NoneType' object has no attribute '${snakeCase(name)}'`],
  [/^asyncio\.(\w+) is not a (?:function|constructor)/, 'AttributeError', (name = '') => `module 'asyncio' has no attribute '${/^[A-Z]/.test(name) ? name : snakeCase(name)}'`],
  [/\.(\w+) is not a (?:function|constructor)/, 'AttributeError', (name = '') => `'object' object has no attribute '${snakeCase(name)}'`],
  [/^[\w$]+ is not a (?:function|constructor)/, 'TypeError', () => "'object' object is not callable"],
  [/^(\w+) is not defined$/, 'NameError', (name = '') => `name '${name}' is not defined`],
  [/^Cannot access '(\w+)' before initialization$/, 'UnboundLocalError', (name = '') => `cannot access local variable '${name}' where it is not associated with a value`],
]

/** The Python exception that `error` is: itself when it is one, a translation otherwise. What nothing may catch is thrown again. */
export function caught(error: unknown): Error {
  if (isUncatchable(error)) throw error
  const table = currentExceptions()
  if (error instanceof table.BaseException) return error
  if (!(error instanceof Error)) return new table.TypeError('exceptions must derive from BaseException')
  return inPython(error)
}

/** What a native error of JavaScript's is in Python, always the same one for the same error; any other error itself. */
export function inPython(error: Error): Error {
  if (isOfPython(error) || !(error.constructor.name in counterparts || error.constructor === TypeError || error.constructor === SyntaxError)) return error
  let python = translated.get(error)
  if (python === undefined) {
    python = fromMessage(error) ?? new (countsAs(error))(error.message)
    translated.set(error, python)
  }
  return python
}

/** Whether it is an exception of the program's or the implementation's, whatever its class is called. */
function isOfPython(error: object): boolean {
  return error instanceof currentExceptions().BaseException
}

function fromMessage(error: Error): Error | undefined {
  for (const [pattern, name, text] of translations) {
    const match = pattern.exec(error.message)
    if (match !== null) return new (currentExceptions()[name])(text(...match.slice(1)))
  }
  return undefined
}

/** Whether an implementation threw `error` to end the program: nothing in the program may catch it. */
export function isUncatchable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'uncatchable' in error && error.uncatchable === true
}

/**
 * Whether `except classes:` catches `error`. `classes` is a class or a tuple of classes.
 * Foreign errors count as the Python class of their name.
 */
export function matches(error: unknown, classes: unknown): boolean {
  if (Array.isArray(classes)) return classes.some((one) => matches(error, one))
  const table = currentExceptions()
  if (typeof classes !== 'function' || !(classes.prototype instanceof Error || classes === Error)) {
    throw new table.TypeError('catching classes that do not inherit from BaseException is not allowed')
  }
  if (error instanceof classes) return true
  if (error instanceof table.BaseException || typeof error !== 'object' || error === null || isUncatchable(error)) return false
  if (error instanceof Error && inPython(error) !== error) return matches(inPython(error), classes)
  const counted = countsAs(error)
  return counted === classes || counted.prototype instanceof classes
}

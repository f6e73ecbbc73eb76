import { argumentError } from './argument-error.ts'
import { callable, callValue, isClass, methodOf, type Callable } from './callable.ts'
import { Dict } from './dict.ts'
import { isOptions, options, type Options } from './options.ts'
import { implementationArguments, pythonKeyword } from './implementation-arguments.ts'
import { invoke } from './attribute.ts'
import { qualifiedName } from './class-name.ts'
import { raise } from './raise.ts'
import { signature, signatureOf, type CallSignature } from './call-signature.ts'
import { typeName } from './type-name.ts'

/**
 * Calls `f` with Python's arguments, when the compiler cannot tell what `f` takes: a function or class of the program
 * whose signature was given, anything of the runtime or the implementation (keywords become a trailing options object),
 * or an object with `__call__`.
 *
 * @throws TypeError Python's, when the arguments do not fit
 */
export function call(f: unknown, args: readonly unknown[], keywords: Options = {}): unknown {
  if (!callable(f)) raise('TypeError', `'${typeName(f)}' object is not callable`)
  return callValue(f, ...argumentsFor(f, args, keywords))
}

/** `f` as a function that minds how many arguments it is called with; `text` and `implicit` are what it takes, as for `signature`. */
export function strict(f: Callable, text: string, implicit = 0): Callable {
  signature(f, text, implicit)
  const checked: Callable = (...args) => f(...argumentsFor(f, args, {}))
  return Object.defineProperties(checked, { name: { value: f.name }, __name__: { value: Reflect.get(f, '__name__') ?? f.name }, __qualname__: { value: qualifiedName(f) } })
}

/**
 * Makes the method `key` of a class mind what the implementation calls it with: one that overrides the
 * implementation's with other parameters; `text` is what it takes, without `self`.
 */
export function strictMethod(cls: Callable, key: string, text: string): void {
  const method = methodOf(cls.prototype, key)
  if (method === undefined) return
  signature(method, text, 1)
  const names = { __name__: { value: key }, __qualname__: { value: `${qualifiedName(cls)}.${key}` } }
  Object.defineProperties(method, names)
  const checked = signature(Object.defineProperties(function (this: unknown, ...args: unknown[]) {
    const [given, keywords] = options(args)
    return method.apply(this, argumentsFor(method, given, keywords))
  }, names), text, 1)
  Object.defineProperty(cls.prototype, key, { value: checked, writable: true, configurable: true })
}

/** `x.name(*args, **keywords)`; `key` is JavaScript's name. */
export function callMethod(x: unknown, key: string, args: readonly unknown[], keywords: Options = {}): unknown {
  const method = methodOf(x, key)
  if (method === undefined || isClass(method)) return method === undefined ? invoke(x, key, ...args, ...optional(keywords)) : call(method, args, keywords)
  return method.apply(x, argumentsFor(method, args, keywords))
}

function optional(keywords: Options): Options[] {
  return Object.keys(keywords).length === 0 ? [] : [keywords]
}

function argumentsFor(f: unknown, args: readonly unknown[], keywords: Options): unknown[] {
  const signature = typeof f === 'function' ? signatureOf(f) : typeof f === 'object' && f !== null ? signatureOf(methodOf(f, '__call__') ?? f) : undefined
  return signature === undefined ? implementationArguments(f, args, keywords) : fit(f, signature, args, keywords)
}

/** The arguments as the compiled function takes them: by position, then keyword-only ones in an object. */
function fit(f: unknown, signature: CallSignature, args: readonly unknown[], keywords: Options): unknown[] {
  const wrong = argumentError(nameOf(f), signature, args.length, Object.keys(keywords))
  if (wrong !== undefined) raise('TypeError', wrong)
  const { positional, positionalOnly } = signature
  const placed = [...args]
  const options: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(keywords)) {
    const index = positional.indexOf(key)
    if (index >= positionalOnly) placed[index] = value
    else options[key] = value
  }
  if (Object.keys(options).length === 0) return placed
  while (placed.length < positional.length) placed.push(undefined)
  return [...placed, options]
}

function nameOf(f: unknown): string {
  if (typeof f !== 'function') return `${typeName(f)}.__call__`
  return isClass(f) ? `${qualifiedName(f)}.__init__` : qualifiedName(f)
}

/** `**mapping` of a call, as an object. */
export function keywords(mapping: unknown): Options {
  if (!(mapping instanceof Map)) return isOptions(mapping) ? mapping : raise('TypeError', `argument after ** must be a mapping, not ${typeName(mapping)}`)
  return Object.fromEntries([...mapping].map(([key, value]) => [typeof key === 'string' ? key : raise('TypeError', 'keywords must be strings'), value]))
}

/** Takes the keyword arguments off the end of `args`, for a function with `*args` and keyword-only parameters. */
export function takeOptions(args: unknown[]): Options {
  const last = args.at(-1)
  if (!isOptions(last)) return {}
  args.pop()
  return last
}

/** `**kwargs` of a function as the dict it is in Python. */
export function keywordDict(options: Options): Dict {
  const made = new Dict()
  for (const [key, value] of Object.entries(options)) made.set(pythonKeyword(key), value)
  return made
}

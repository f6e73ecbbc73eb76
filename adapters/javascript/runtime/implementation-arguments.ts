import { asyncioCallee, calleeError, type AsyncioCallee } from './asyncio-parameters.ts'
import { camelCase, snakeCase } from './camel-case.ts'
import { currentImplementation } from './exceptions.ts'
import { knownClass } from './known-class.ts'
import type { Options } from './options.ts'
import { raise } from './raise.ts'

/**
 * Python's arguments for a function, class or bound method of the implementation, as it takes them: keywords that are
 * parameters by position in their places, the others in camelCase in an object at the end.
 *
 * @throws TypeError with CPython's text, when they do not fit what is known of it
 */
export function implementationArguments(f: unknown, args: readonly unknown[], keywords: Options): unknown[] {
  const callee = typeof f === 'function' ? calleeOf(f) : undefined
  const names = Object.keys(keywords)
  const wrong = calleeError(callee, args.length, names.map(pythonKeyword))
  if (wrong !== undefined) raise('TypeError', wrong)
  if (names.length === 0) return [...args]
  const { positional, positionalOnly } = callee?.signature ?? nothingKnown
  const byName: readonly string[] = callee?.byName ?? []
  const placed = [...args]
  const options: Record<string, unknown> = {}
  for (const name of names) {
    const place = byName.includes(name) ? -1 : positional.indexOf(name)
    if (place >= positionalOnly && place >= 0) placed[place] = keywords[name]
    else options[camelCase(name)] = keywords[name]
  }
  for (let place = 0; place < placed.length; place++) placed[place] ??= undefined
  if (Object.keys(options).length === 0) return placed
  while (placed.length < positional.length - byName.length) placed.push(undefined)
  return [...placed, options]
}

const nothingKnown: { readonly positional: readonly string[], readonly positionalOnly: number } = { positional: [], positionalOnly: 0 }

/** What is known of something of the implementation, by the name under which it exports it or its class has it. */
function calleeOf(f: object): AsyncioCallee | undefined {
  const self: unknown = Object.hasOwn(f, '__self__') ? Reflect.get(f, '__self__') : undefined
  const name: unknown = Reflect.get(f, 'name')
  if (typeof self === 'object' && self !== null) {
    const method: unknown = Reflect.get(f, '__name__')
    return typeof method === 'string' ? asyncioCallee(knownClass(self), method) : undefined
  }
  if (typeof name !== 'string' || name === '' || Reflect.get(currentImplementation(), camelCase(name)) !== f) return undefined
  return /^[A-Z]/.test(name) ? asyncioCallee(name, '__init__') : asyncioCallee('', snakeCase(name))
}

/** Python's name of a keyword: one of several words is all that an implementation hands to a function of the program, a task factory. */
export function pythonKeyword(key: string): string {
  return key === 'eagerStart' ? 'eager_start' : key
}

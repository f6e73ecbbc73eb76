import { attribute, call, camelCase, checkedBound, isClass, invoke, raise } from '../runtime/index.ts'
import { mayMisfit, methodArgumentError } from '../runtime/asyncio-parameters.ts'
import { knownClass } from '../runtime/known-class.ts'
import { asyncioMethods, builtinMethods } from '../compiler/signatures.ts'
import { unknownOfTask } from './call-asyncio.ts'
import { definitionOf } from './definition.ts'
import type { Interpretation } from './interpretation.ts'
import { matchArguments, type Keywords } from './match-arguments.ts'
import { property } from './property.ts'

const none: readonly string[] = []

/** `x.name(…)` where `x` is no module. */
export function callMethod(program: Interpretation, x: unknown, name: string, args: unknown[], named: Keywords | undefined): unknown {
  if (typeof x !== 'object' || x === null) return typeof x === 'function' && isClass(x) ? call(attribute(x, name), args, named) : invoked(x, name, args, named)
  const method = property(x, camelCase(name))
  const definition = definitionOf(method)
  if (definition !== undefined) return definition.callOn(x, method, args, named)
  const cls = knownClass(x)
  if (typeof method !== 'function' || (cls === '' && (builtinMethods.has(name) || !asyncioMethods.has(name)))) return invoked(x, name, args, named)
  const names = named === undefined ? none : Object.keys(named)
  const wrong = (cls === '' ? undefined : methodArgumentError(cls, name, args.length, names)) ?? unknownOfTask(program, name, names)
  if (wrong !== undefined) raise('TypeError', wrong)
  if (named === undefined) return Reflect.apply(method, x, withCheckedCallback(name, args))
  const parameters = asyncioMethods.get(name)
  const matched = parameters === undefined ? undefined : matchArguments(args, named, parameters, camelCase)
  return matched === undefined ? invoked(x, name, args, named) : Reflect.apply(method, x, matched)
}

function invoked(x: unknown, name: string, args: readonly unknown[], named: Keywords | undefined): unknown {
  return named === undefined ? invoke(x, name, ...args) : invoke(x, name, ...args, named)
}

/** Where a method takes a callback, and how many arguments it adds to those behind it; `alone` when it hands on none of those. */
const callbacks: ReadonlyMap<string, { readonly place: number, readonly added: number, readonly alone?: boolean }> = new Map([
  ['call_soon', { place: 0, added: 0 }], ['call_soon_threadsafe', { place: 0, added: 0 }], ['call_later', { place: 1, added: 0 }], ['call_at', { place: 1, added: 0 }],
  ['add_done_callback', { place: 0, added: 1, alone: true }], ['run_in_executor', { place: 1, added: 0 }], ['set_exception_handler', { place: 0, added: 2, alone: true }], ['run', { place: 0, added: 0 }],
])

/** A method of asyncio's that is handed over as a callback and does not take what it will be called with minds that. */
function withCheckedCallback(name: string, args: unknown[]): unknown[] {
  const taken = callbacks.get(name)
  if (taken === undefined) return args
  const callback = args[taken.place]
  if (typeof callback !== 'function' || !Object.hasOwn(callback, '__self__') || !Object.hasOwn(callback, '__func__')) return args
  if (definitionOf(Reflect.get(callback, '__func__')) !== undefined) return args
  const method: unknown = Reflect.get(callback, '__name__')
  const self: unknown = Reflect.get(callback, '__self__')
  const given = taken.added + (taken.alone === true ? 0 : args.length - taken.place - 1)
  if (typeof method !== 'string' || typeof self !== 'object' || self === null || !asyncioMethods.has(method) || !mayMisfit(method, given, none)) return args
  return args.map((arg, i) => (i === taken.place ? checkedBound(self, method) : arg))
}

import { awaitIterator, call as callAny, camelCase, isClass, keywords as unpacked } from '../runtime/index.ts'
import { builtinPositions } from '../compiler/builtins.ts'
import type { Of } from '../compiler/parse.ts'
import { callAsyncio } from './call-asyncio.ts'
import { callMethod } from './call-method.ts'
import { definitionOf } from './definition.ts'
import { elements } from './elements.ts'
import type { Frame } from './frame.ts'
import type { Keywords } from './match-arguments.ts'
import { memberOf } from './member.ts'

/** Any call that does not wait for its arguments. */
export function call(f: Frame, node: Of<'Call'>): unknown {
  const { func } = node
  if (func.nodeType === 'Attribute') {
    const receiver = f.evaluate(func.value)
    return callMember(f, receiver, func.attr, elements(f, node.args), keywordsOf(f, node))
  }
  const callee = f.evaluate(func)
  return callValue(f, callee, elements(f, node.args), keywordsOf(f, node))
}

/** The keywords of a call; undefined when it has none. */
function keywordsOf(f: Frame, node: Of<'Call'>): Keywords | undefined {
  if (node.keywords.length === 0) return undefined
  const named: Record<string, unknown> = {}
  for (const { arg, value } of node.keywords) addKeyword(named, arg, f.evaluate(value))
  return named
}

/** Adds a keyword argument, or those of a `**mapping`, to those of a call. */
export function addKeyword(named: Record<string, unknown>, name: string | null | undefined, value: unknown): void {
  if (name) named[name] = value
  else Object.assign(named, unpacked(value))
}

/** `x.name(…)` */
export function callMember(f: Frame, x: unknown, name: string, args: unknown[], named: Keywords | undefined): unknown {
  const { program } = f
  if (x === program.asyncio) return callAsyncio(program, name, args, named)
  if (program.isModule(x)) return callOfModule(memberOf(program, x, name), x === program.concurrentFutures, args, named)
  if (name === '__await__' && args.length === 0) return awaitIterator(x)
  return callMethod(program, x, name, args, named)
}

/** What a module of the runtime has takes keywords as Python names them; that of the implementation, as JavaScript does. */
function callOfModule(callee: unknown, ofImplementation: boolean, args: unknown[], named: Keywords | undefined): unknown {
  const all = named === undefined ? args : [...args, ofImplementation ? inCamelCase(named) : named]
  if (isClass(callee)) return new callee(...all)
  return typeof callee === 'function' ? Reflect.apply(callee, undefined, all) : callAny(callee, args, named)
}

function inCamelCase(named: Keywords): Keywords {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [camelCase(name), value]))
}

/** `f(…)` */
export function callValue(f: Frame, callee: unknown, args: unknown[], named: Keywords | undefined): unknown {
  if (callee === f.program.log && named === undefined) {
    f.program.log(...args)
    return null
  }
  const definition = definitionOf(callee)
  if (definition === undefined) return named === undefined ? callAny(callee, args) : callAny(callee, ...placed(callee, args, named))
  return definition.call(callee, args, named)
}

/** Keywords of builtins that have a place: `sum(xs, start=1)`. */
function placed(callee: unknown, args: readonly unknown[], named: Keywords): [readonly unknown[], Keywords] {
  const places = typeof callee === 'function' ? builtinPositions[callee.name] : undefined
  if (places === undefined) return [args, named]
  const all = [...args]
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(named)) {
    const place = places[name]
    if (place === undefined) rest[name] = value
    else all[place] = value
  }
  return [[...all], rest]
}

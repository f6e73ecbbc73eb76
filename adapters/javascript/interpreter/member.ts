import { attribute, camelCase, raise } from '../runtime/index.ts'
import { asyncioClasses, asyncioConstants, asyncioFunctions, asyncioSubmodules } from '../compiler/signatures.ts'
import type { Interpretation } from './interpretation.ts'
import { property } from './property.ts'

/** `x.name`, read. */
export function memberOf(program: Interpretation, x: unknown, name: string): unknown {
  if (x === program.asyncio) return memberOfAsyncio(program.asyncio, name)
  if (!program.isModule(x)) return attribute(x, name)
  const value = property(x, camelCase(name))
  return value === undefined ? attribute(x, name) : value
}

/** `asyncio.name`, which is the module itself where that is one of its submodules. */
export function memberOfAsyncio(asyncio: object, name: string): unknown {
  let key = keys.get(name)
  if (key === undefined) keys.set(name, (key = keyOf(name)))
  return key === whole ? asyncio : key === unlisted ? attribute(asyncio, name) : property(asyncio, key)
}

const keys = new Map<string, string>()
const [whole, unlisted] = ['(whole)', '(unlisted)']

/** JavaScript's name of a member of asyncio. */
function keyOf(name: string): string {
  if (asyncioSubmodules.has(name)) return whole
  return asyncioFunctions.has(name) || asyncioClasses.has(name) || asyncioConstants.has(name) ? camelCase(name) : unlisted
}

/** `x.name = value`. */
export function setMember(x: unknown, name: string, value: unknown): void {
  if (x === null || x === undefined) raise('AttributeError', `'NoneType' object has no attribute '${name}'`)
  Reflect.set(Object(x), camelCase(name), value)
}

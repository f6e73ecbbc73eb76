import { attribute, camelCase, raise } from '../runtime/index.ts'
import { asyncioClasses, asyncioConstants, asyncioFunctions, asyncioSubmodules } from '../compiler/signatures.ts'
import type { Interpretation } from './interpretation.ts'

/** `x.name`, read. */
export function memberOf(program: Interpretation, x: unknown, name: string): unknown {
  if (x === program.asyncio) return ofAsyncio(program.asyncio, name)
  if (program.isModule(x)) {
    const value: unknown = Reflect.get(x, camelCase(name))
    return value === undefined ? attribute(x, name) : value
  }
  return attribute(x, name)
}

function ofAsyncio(asyncio: object, name: string): unknown {
  if (asyncioSubmodules.has(name)) return asyncio
  const isKnown = asyncioFunctions.has(name) || asyncioClasses.has(name) || asyncioConstants.has(name)
  return isKnown ? Reflect.get(asyncio, camelCase(name)) : attribute(asyncio, name)
}

/** `x.name = value`. */
export function setMember(x: unknown, name: string, value: unknown): void {
  if (x === null || x === undefined) raise('AttributeError', `'NoneType' object has no attribute '${name}'`)
  Reflect.set(Object(x), camelCase(name), value)
}

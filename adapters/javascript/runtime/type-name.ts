import { isClassLike, pythonName } from './class-name.ts'
import { inPython } from './matches.ts'
import { isTuple, Tuple } from './tuple.ts'

/** An awaitable with a coroutine's methods: what calling a coroutine function gives, and a step of an async generator. */
export function isCoroutineObject(x: object): boolean {
  return 'send' in x && 'throw' in x && 'close' in x && !('next' in x) && !('__next__' in x) && !('__anext__' in x)
}

/** Whether calling a coroutine function gave it: `types.CoroutineType`. */
export function isNativeCoroutine(x: object): boolean {
  return x instanceof Promise || (isCoroutineObject(x) && typeName(x) === 'coroutine')
}

/** Whether `x` is what calling a JavaScript generator function gives. */
export function isGenerator(x: object): x is Generator {
  return Object.prototype.toString.call(x) === '[object Generator]'
}

/** Whether `x` is what calling a JavaScript async generator function gives. */
export function isAsyncGenerator(x: object): x is AsyncGenerator {
  return Object.prototype.toString.call(x) === '[object AsyncGenerator]'
}

/** Python's `type(x).__name__`. */
export function typeName(x: unknown): string {
  switch (typeof x) {
    case 'number': return Number.isInteger(x) ? 'int' : 'float'
    case 'string': return 'str'
    case 'boolean': return 'bool'
    case 'undefined': return 'NoneType'
    case 'bigint': return 'int'
    case 'symbol': return 'object'
    case 'function': return isClassLike(x) ? 'type' : 'function'
    case 'object': return x === null ? 'NoneType' : objectTypeName(x)
  }
}

function objectTypeName(x: object): string {
  switch (x.constructor) {
    case Array: return isTuple(x) ? 'tuple' : 'list'
    case Tuple: return 'tuple'
    case Map: return 'dict'
    case Set: return 'set'
    case Uint8Array: return 'bytes'
    case Promise: return 'coroutine'
    case Object: case undefined: return isGenerator(x) ? 'generator' : 'object'
    default: return isGenerator(x) ? 'generator' : isAsyncGenerator(x) ? 'async_generator' : instanceTypeName(x)
  }
}

function instanceTypeName(x: object): string {
  if ('__typename__' in x && typeof x.__typename__ === 'string') return x.__typename__
  // What the program itself gives a coroutine's methods is awaited by `__await__` alone.
  if (isCoroutineObject(x) && Symbol.iterator in x) return 'coroutine'
  if ('__anext__' in x && 'asend' in x) return 'async_generator'
  return pythonName((x instanceof Error ? inPython(x) : x).constructor)
}

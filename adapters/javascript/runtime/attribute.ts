import { builtinMethod, hasOnlyBuiltinAttributes } from './builtin-methods.ts'
import { bound, unbound } from './bind.ts'
import { camelCase, snakeCase } from './camel-case.ts'
import { currentImplementation } from './exceptions.ts'
import { Dict } from './dict.ts'
import { exceptionArgs, isException } from './exception-repr.ts'
import { instanceTest, isClassLike, pythonName, qualifiedName } from './class-name.ts'
import { isCallable, methodOf, type Callable } from './callable.ts'
import { isModule } from './module.ts'
import { moduleName } from './module-name.ts'
import { options } from './options.ts'
import { raise } from './raise.ts'
import { strFormat as formatWith } from './str-format.ts'
import { PySet } from './set.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'
import { type_ } from './types.ts'

/** Attributes that JavaScript's own base classes give and Python's objects do not have. */
const foreign = new Set(['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'stack', 'prototype', 'length', 'caller', 'arguments', 'call', 'apply', 'bind'])

/** How an implementation is told what a generator function is: Python's asyncio has none of these. */
const forCompiledPrograms = new Set(['coroutine', 'asyncGenerator', 'emit'])

function special(x: unknown, name: string): unknown {
  switch (name) {
    case '__class__': return type_(x)
    case '__name__': return typeof x === 'function' ? pythonName(x) : undefined
    case '__qualname__': return typeof x === 'function' ? qualifiedName(x) : undefined
    case '__module__': return typeof x === 'function' && isClassLike(x) ? moduleName(x) : '__main__'
    case '__doc__': return null
    case '__dict__': return vars(x)
    case 'args': return isException(x) ? exceptionArgs(x) : undefined
    case 'exceptions': {
      const inner: unknown = isException(x) ? Reflect.get(x, 'exceptions') : undefined
      return Array.isArray(inner) ? Tuple.from(inner) : undefined
    }
    case 'value': return isException(x) && typeName(x) === 'StopIteration' ? (exceptionArgs(x)[0] ?? null) : undefined
    default: return undefined
  }
}

/** Python's `vars(x)`: the attributes of the object's own, by Python's names. */
export function vars(x: unknown): Dict {
  const attributes = new Dict()
  if (typeof x === 'object' && x !== null) {
    for (const [key, value] of Object.entries(x)) attributes.set(snakeCase(key), value)
  }
  return attributes
}

function find(x: unknown, name: string): { readonly value: unknown } | undefined {
  if (x === null || x === undefined) return undefined
  const own = special(x, name)
  if (own !== undefined) return { value: own }
  const key = camelCase(name)
  if (!hasOnlyBuiltinAttributes(x)) {
    const target = Object(x)
    const visible = (!foreign.has(key) || Object.hasOwn(target, key)) && !(forCompiledPrograms.has(key) && x === currentImplementation())
    if (visible && key in target && !(typeof x === 'function' && key === 'name')) return { value: valueOf(target, key) }
    const cls: unknown = typeof x === 'object' ? x.constructor : undefined
    if (visible && isClassLike(cls) && typeof cls === 'function' && key in cls && !(key in Function.prototype)) return { value: bound(cls, key) }
  }
  const method = methodOfBuiltin(x, name) ?? unboundMethod(x, name) ?? methodOfClass(x, key)
  return method === undefined ? undefined : { value: method }
}

function valueOf(x: object, key: string): unknown {
  const value: unknown = Reflect.get(x, key)
  return isCallable(value) && !Object.hasOwn(x, key) && !isModule(x) ? bound(x, key) : value
}

function missing(x: unknown, name: string): string {
  if (x === currentImplementation()) return `module 'asyncio' has no attribute '${name}'`
  if (typeof x === 'object' && x !== null && isModule(x)) return `module '${x.__name__}' has no attribute '${name}'`
  if (typeof x === 'function' && isClassLike(x)) return `type object '${pythonName(x)}' has no attribute '${name}'`
  return `'${typeName(x)}' object has no attribute '${name}'`
}

/**
 * Python's `x.name`, `name` as in Python. A method comes bound.
 *
 * @throws AttributeError `'int' object has no attribute 'foo'`
 */
export function attribute(x: unknown, name: string): unknown {
  const found = find(x, name)
  if (found !== undefined) return found.value
  const dynamic = methodOf(x, '__getattr__')
  return dynamic === undefined ? raise('AttributeError', missing(x, name)) : dynamic.call(x, name)
}

/** Python's `hasattr(x, name)`. */
export function hasattr(x: unknown, name: string): boolean {
  if (find(x, name) !== undefined) return true
  return methodOf(x, '__getattr__') !== undefined && attributeOr(x, name) !== absent
}

const absent = Symbol('absent')

function attributeOr(x: unknown, name: string): unknown {
  try {
    return attribute(x, name)
  } catch (error) {
    if (error instanceof Error && typeName(error) === 'AttributeError') return absent
    throw error
  }
}

/** Python's `getattr(x, name[, otherwise])`. */
export function getattr(x: unknown, name: string, ...otherwise: readonly unknown[]): unknown {
  if (otherwise.length === 0) return attribute(x, name)
  const value = attributeOr(x, name)
  return value === absent ? otherwise[0] : value
}

/** Python's `setattr(x, name, value)`. @throws AttributeError for values of builtin types */
export function setattr(x: unknown, name: string, value: unknown): null {
  if (x === null || x === undefined || hasOnlyBuiltinAttributes(x)) {
    raise('AttributeError', `'${typeName(x)}' object has no attribute '${name}' and no __dict__ for setting new attributes`)
  }
  Reflect.set(Object(x), camelCase(name), value)
  return null
}

/** Python's `delattr(x, name)` and `del x.name`. @throws AttributeError */
export function delattr(x: unknown, name: string): null {
  const key = camelCase(name)
  if (typeof x !== 'object' || x === null || !Object.hasOwn(x, key)) raise('AttributeError', missing(x, name))
  Reflect.deleteProperty(x, key)
  return null
}

/**
 * Calls `x.name(...args)` where `x` may be of a builtin type (`xs.append`) or any object; `name` as in Python.
 *
 * @throws AttributeError when `x` has no such method
 */
export function invoke(x: unknown, name: string, ...args: unknown[]): unknown {
  const method = methodOfBuiltin(x, name)
  if (method !== undefined && !hasOwnMethod(x, name)) return method(...args)
  const own = methodOf(x, camelCase(name))
  if (own !== undefined && !hasOnlyBuiltinAttributes(x)) return isClassLike(own) ? callClass(own, args) : own.apply(x, args)
  const value = attribute(x, name)
  if (isCallable(value)) return isClassLike(value) ? callClass(value, args) : value(...args)
  const call = methodOf(value, '__call__')
  return call === undefined ? raise('TypeError', `'${typeName(value)}' object is not callable`) : call.apply(value, args)
}

/** `str.lower`, `list.append`: a method of a builtin type that takes the value first; `dict.fromkeys` takes none. */
function unboundMethod(x: unknown, name: string): Callable | undefined {
  if (typeof x !== 'function' || !(instanceTest in x)) return undefined
  const sample = builtinSamples[pythonName(x)]
  if (sample === undefined || methodOfBuiltin(sample, name) === undefined) return undefined
  return name === 'fromkeys' ? builtinMethod(sample, name) : (self, ...args) => invoke(self, name, ...args)
}

/** `C.method` of the program's class `C`: a function that takes the object first. */
function methodOfClass(cls: unknown, key: string): Callable | undefined {
  if (typeof cls !== 'function' || !isClassLike(cls) || foreign.has(key)) return undefined
  const method: unknown = Reflect.get(Object(cls.prototype), key)
  return isCallable(method) ? unbound(cls, key, method) : undefined
}

/** One value of each builtin type that has methods, to ask for them. */
const builtinSamples: Readonly<Record<string, unknown>> = { str: '', list: [], tuple: new Tuple(), dict: new Map(), set: new Set(), frozenset: new Set(), int: 0, float: 0, bytes: new Uint8Array() }

/** `str.format` looks up attributes, so it stands here and not with the methods that attributes are looked up in. */
function methodOfBuiltin(x: unknown, name: string): Callable | undefined {
  if (typeof x === 'string' && name === 'format') return (...args) => strFormat(x, ...args)
  if (typeof x === 'string' && name === 'format_map') return (mapping) => formatWith(x, [], mapping instanceof Map ? mapping : {}, attribute)
  return builtinMethod(x, name)
}

/** Python's `template.format(*args, **keywords)`. @throws IndexError @throws KeyError for what is not given */
export function strFormat(template: string, ...args: unknown[]): string {
  const [positional, keywords] = options(args)
  return formatWith(template, positional, keywords, attribute)
}

function callClass(cls: Callable, args: unknown[]): unknown {
  return Object.getOwnPropertyDescriptor(cls, 'prototype')?.writable === false ? Reflect.construct(cls, args) : cls(...args)
}

/** A subclass of a builtin type that defines the method itself (`class Stack(list): def pop…`, `OrderedDict.popitem`). */
function hasOwnMethod(x: unknown, name: string): boolean {
  if (typeof x !== 'object' || x === null || hasOnlyBuiltinAttributes(x)) return false
  const key = camelCase(name)
  const own: unknown = Reflect.get(x, key)
  return typeof own === 'function' && !nativePrototypes.some((prototype) => Reflect.get(prototype, key) === own)
}

/** Their methods are JavaScript's, whatever Python's methods of the same names do. */
const nativePrototypes: readonly object[] = [Array, Tuple, Map, Dict, Set, PySet, Uint8Array, Error].map((builtin) => builtin.prototype)

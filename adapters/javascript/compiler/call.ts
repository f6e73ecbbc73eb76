import { at, member, precedence, primary, quote, type Code } from './code.ts'
import { argument, keywords, matchArguments, parametersOf, positional, type Parameters } from './arguments.ts'
import { misfitFunction, misfitMethod } from './argument-check.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import type { Meaning } from './meaning.ts'
import { asyncioBase, lineage } from './lineage.ts'
import { refuse, type FunctionNode, type Of } from './parse.ts'
import { asyncioClasses, asyncioFunctions, asyncioMethods, builtinMethods, loopMethodsOutside, methodsOf } from './signatures.ts'
import { builtinCall } from './builtin-call.ts'
import { misfits } from './escaping.ts'
import { isInside, memberAccess } from './attribute.ts'
import { mismatchedCallback } from './callback.ts'
import { moduleClasses } from './builtins.ts'
import { superCall } from './super-call.ts'

/** Any call. */
export function call(c: Compilation, node: Of<'Call'>): Code {
  const viaSuper = superCall(c, node)
  if (viaSuper !== undefined) return viaSuper
  const meaning = c.meaning(node.func)
  switch (meaning?.kind) {
    case 'builtin': return builtinCall(c, node, meaning.name)
    case 'function': return functionCall(c, node, meaning.node)
    case 'class': return classCall(c, node, meaning.info)
    case 'exception': return construct(c, node, primary(c.use(meaning.name)), undefined)
    case 'asyncio': return asyncioCall(c, node, meaning.name)
    case 'member': return memberCall(c, node, meaning)
    default: return node.func.nodeType === 'Attribute' && meaning === undefined ? methodCall(c, node, node.func) : unknownCall(c, node)
  }
}

function invocation(callee: string, args: readonly string[]): Code {
  return member(`${callee}(${args.join(', ')})`)
}

function construct(c: Compilation, node: Of<'Call'>, callee: Code, args: readonly string[] | undefined): Code {
  if (args === undefined && node.keywords.length > 0) return dynamicCall(c, node, callee)
  return member(`new ${callee.text}(${(args ?? positional(c, node)).join(', ')})`)
}

/** The runtime matches the arguments: `call(f, [1], { k: 2 })`. */
export function dynamicCall(c: Compilation, node: Of<'Call'>, callee: Code): Code {
  const named = keywords(c, node)
  if (named !== undefined) c.describesAll = true
  const given = positional(c, node)
  const [only] = given
  const args = given.length === 1 && only?.startsWith('...') === true && !only.includes('(') ? only.slice(3) : `[${given.join(', ')}]`
  return invocation(c.use('call'), [at(callee, 1), args, ...(named === undefined ? [] : [named])])
}

function functionCall(c: Compilation, node: Of<'Call'>, target: FunctionNode): Code {
  const args = matchArguments(c, node, parametersOf(target))
  const callee = c.expression(node.func)
  if (args !== undefined) return invocation(callee.text, args)
  if (isPlainSpread(node, parametersOf(target))) return invocation(callee.text, positional(c, node))
  c.described.add(target)
  return dynamicCall(c, node, callee)
}

function isPlainSpread(node: Of<'Call'>, parameters: Parameters): boolean {
  return node.keywords.length === 0 && parameters.options.length === 0 && !parameters.anyOption && node.args.some((arg) => arg.nodeType === 'Starred')
}

function classCall(c: Compilation, node: Of<'Call'>, info: ClassInfo): Code {
  const callee = c.expression(node.func)
  for (const each of lineage(c, info)) {
    const init = each.methods.get('__init__')
    if (init === undefined) continue
    const args = matchArguments(c, node, parametersOf(init, 1))
    if (args !== undefined) return construct(c, node, callee, args)
    if (isPlainSpread(node, parametersOf(init, 1))) return construct(c, node, callee, positional(c, node))
    c.described.add(each.node)
    return dynamicCall(c, node, callee)
  }
  return construct(c, node, callee, foreignBase(c, node, info))
}

/** Arguments for a class that inherits its constructor from asyncio. */
function foreignBase(c: Compilation, node: Of<'Call'>, info: ClassInfo): string[] | undefined {
  const signature = asyncioClasses.get(asyncioBase(c, info) ?? '')
  return signature === undefined ? undefined : matchArguments(c, node, signature, camelCase)
}

function asyncioCall(c: Compilation, node: Of<'Call'>, name: string): Code {
  const callee = c.expression(node.func)
  const misfit = misfitFunction(c, node, name)
  if (misfit !== undefined) return misfit
  if (name === 'to_thread' && node.keywords.length > 0) {
    c.describesAll = true
    return invocation(callee.text, [`${c.use('functools')}.partial(${[...positional(c, node), keywords(c, node) ?? ''].join(', ')})`])
  }
  const signature = asyncioFunctions.get(name) ?? asyncioClasses.get(name)
  const args = signature === undefined ? undefined : matchArguments(c, node, signature, camelCase)
  const isClass = asyncioClasses.has(name)
  if (args !== undefined) return isClass ? construct(c, node, callee, args) : invocation(callee.text, args)
  if (node.keywords.length === 0) return isClass ? construct(c, node, callee, positional(c, node)) : invocation(callee.text, positional(c, node))
  if (node.keywords.every((keyword) => keyword.arg)) {
    const all = [...positional(c, node), keywords(c, node, camelCase) ?? '']
    return isClass ? construct(c, node, callee, all) : invocation(callee.text, all)
  }
  return dynamicCall(c, node, callee)
}

function memberCall(c: Compilation, node: Of<'Call'>, meaning: Extract<Meaning, { kind: 'member' }>): Code {
  const callee = c.expression(node.func)
  // The implementation brings `concurrent.futures`, the runtime the other modules.
  const named = meaning.module.startsWith('concurrent') ? keywords(c, node, camelCase) : keywords(c, node)
  if (named !== undefined && meaning.name === 'partial') c.describesAll = true
  const args = [...positional(c, node), ...(named === undefined ? [] : [named])]
  if (meaning.module === 'contextvars' && meaning.name === 'ContextVar') return member(`new ${callee.text}(${args.join(', ')})`)
  const isClass = moduleClasses.has(meaning.name) || (meaning.module === 'concurrent.futures' && /^[A-Z]/.test(meaning.name))
  return isClass ? member(`new ${callee.text}(${args.join(', ')})`) : invocation(callee.text, args)
}

/** `x.name(…)` */
function methodCall(c: Compilation, node: Of<'Call'>, func: Of<'Attribute'>): Code {
  if (loopMethodsOutside.has(func.attr) || isInside(c, func.attr)) c.expression(func)
  const name = func.attr
  const type = c.type(func.value)
  const receiver = c.expression(func.value)
  if (name === '__init__' && type.startsWith('asyncio:')) refuse(node, '__init__() of an object that is there is outside the subset', 'make a new one')
  if (name === '__await__' && node.args.length === 0) return invocation(c.use('awaitIterator'), [at(receiver, 1)])
  const native = nativeMethod(c, node, func, type)
  if (native !== undefined) return native
  const foreign = type.startsWith('asyncio:')
  const info = type.startsWith('instance:') ? c.classes.get(type.slice('instance:'.length)) : undefined
  const own = info === undefined ? undefined : methodIn(c, info, name)
  const candidates = own === undefined ? (foreign ? [] : (c.methods.get(name) ?? [])) : [own]
  const builtin = (builtinMethods.has(name) || (c.style === 'async' && generatorMethods.has(name))) && own === undefined && !foreign && !(info !== undefined && info.bases.length === 0)
  const target = `${at(receiver, precedence.member)}${memberAccess(camelCase(name))}`
  // A coroutine shares the names of its methods with generators, which take other arguments.
  const driven = type === 'awaitable' && candidates.length === 0 ? misfitMethod(c, node, receiver, name, 'asyncio:Coroutine') : undefined
  if (driven !== undefined) return driven
  if (builtin && !isAwaited(c, node)) return invokeCall(c, node, receiver, name)
  if (candidates.length > 0) return programMethodCall(c, node, candidates, target, func)
  if (foreign && methodsOf[type.slice('asyncio:'.length)]?.includes(name) === false) return invokeCall(c, node, receiver, name)
  const signature = asyncioMethods.get(name)
  if (signature !== undefined) {
    const misfit = misfitMethod(c, node, receiver, name, type)
    if (misfit !== undefined) return misfit
    const args = (node.keywords.length === 0 ? mismatchedCallback(c, node, name) : undefined) ?? matchArguments(c, node, signature, camelCase)
    if (args !== undefined) return invocation(target, args)
    if (node.keywords.length === 0) return invocation(target, positional(c, node))
  }
  if (!isKnownAttribute(c, name)) return invokeCall(c, node, receiver, name)
  return unknownCall(c, node)
}

/** Methods that JavaScript's async generators have under other names. */
const generatorMethods: ReadonlySet<string> = new Set(['asend', 'athrow', 'aclose', '__aiter__', '__anext__'])

function isAwaited(c: Compilation, node: Of<'Call'>): boolean {
  if (c.style === 'async' && generatorMethods.has(attributeOf(node))) return false
  return c.facts.awaited.has(node) && (c.methods.has(attributeOf(node)) || asyncioMethods.has(attributeOf(node)))
}

function attributeOf(node: Of<'Call'>): string {
  return node.func.nodeType === 'Attribute' ? node.func.attr : ''
}

function isKnownAttribute(c: Compilation, name: string): boolean {
  return c.analysis.attributes.has(name) || c.attributeNames.has(name) || asyncioMethods.has(name) || c.methods.has(name)
}

function invokeCall(c: Compilation, node: Of<'Call'>, receiver: Code, name: string): Code {
  const named = keywords(c, node)
  return invocation(c.use('invoke'), [at(receiver, 1), quote(name), ...positional(c, node), ...(named === undefined ? [] : [named])])
}

function methodIn(c: Compilation, info: ClassInfo, name: string): FunctionNode | undefined {
  for (const each of lineage(c, info)) {
    const method = each.methods.get(name)
    if (method !== undefined) return method
  }
  return undefined
}

/** A call of a method that classes of the program have: its keywords are mapped when all of them agree. */
function programMethodCall(c: Compilation, node: Of<'Call'>, candidates: readonly FunctionNode[], target: string, func: Of<'Attribute'>): Code {
  const plain = candidates.every((each) => each.decorator_list.every((decorator) => decorator.nodeType === 'Name' && ['staticmethod', 'classmethod'].includes(decorator.id)))
  const [first] = candidates
  const shapes = new Set(candidates.map((each) => JSON.stringify(methodParameters(each))))
  if (first !== undefined && plain && shapes.size === 1) {
    if (func.value.nodeType === 'Name' && c.meaning(func.value)?.kind === 'class' && !isStatic(first)) return invocation(`${c.expression(func.value).text}.prototype${memberAccess(camelCase(func.attr))}.call`, positional(c, node))
    const args = matchArguments(c, node, methodParameters(first))
    if (args !== undefined) return invocation(target, args)
    if (isPlainSpread(node, methodParameters(first))) return invocation(target, positional(c, node))
    c.described.add(first)
    const named = keywords(c, node)
    return invocation(c.use('callMethod'), [c.expression(func.value).text, quote(camelCase(func.attr)), `[${positional(c, node).join(', ')}]`, ...(named === undefined ? [] : [named])])
  }
  if (node.keywords.length === 0) return invocation(target, positional(c, node))
  c.describesAll = true
  return invocation(c.use('callMethod'), [c.expression(func.value).text, quote(camelCase(func.attr)), `[${positional(c, node).join(', ')}]`, keywords(c, node) ?? '{}'])
}

function isStatic(node: FunctionNode): boolean {
  return node.decorator_list.some((decorator) => decorator.nodeType === 'Name' && (decorator.id === 'staticmethod' || decorator.id === 'classmethod'))
}

function methodParameters(node: FunctionNode): Parameters {
  return parametersOf(node, node.decorator_list.some((decorator) => decorator.nodeType === 'Name' && decorator.id === 'staticmethod') ? 0 : 1)
}

const nativeList: Readonly<Record<string, string>> = { append: 'push' }

/** Methods of builtin types that JavaScript has under another name and with another value, on a receiver whose type is known. */
function nativeMethod(c: Compilation, node: Of<'Call'>, func: Of<'Attribute'>, type: string): Code | undefined {
  if (node.keywords.length > 0 || node.args.some((arg) => arg.nodeType === 'Starred')) return undefined
  const native = type === 'list' ? nativeList[func.attr] : undefined
  const name = native ?? (type === 'set' && func.attr === 'add' ? 'add' : undefined)
  if (name === undefined || node.args.length !== 1 || !c.facts.valueless.has(node)) return undefined
  c.effects.add(node)
  return invocation(`${at(c.expression(func.value), precedence.member)}.${name}`, node.args.map((arg) => argument(c, arg)))
}

/** A callee of which nothing is known: a function most likely, a class perhaps. */
function unknownCall(c: Compilation, node: Of<'Call'>): Code {
  const callee = c.expression(node.func)
  if (node.keywords.length > 0) return dynamicCall(c, node, callee)
  const args = positional(c, node)
  const type = c.type(node.func)
  if (node.func.nodeType === 'Name' && node.func.id === 'cls' && c.frame.self?.name === 'cls') return member(`new ${callee.text}(${args.join(', ')})`)
  const unfit = node.args.some((arg) => arg.nodeType === 'Starred') ? [] : misfits(c.escaping, args.length)
  for (const each of unfit) c.described.add(each.node)
  if (c.classesAreValues || unfit.length > 0 || c.methods.has('__call__') || !['unknown', 'function'].includes(type)) return invocation(c.use('call'), [at(callee, 1), `[${args.join(', ')}]`])
  return invocation(at(callee, precedence.member), args)
}

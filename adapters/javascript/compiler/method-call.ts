import { at, invocation, precedence, quote, type Code } from './code.ts'
import { argument, isPlainSpread, keywords, matchArguments, parametersOf, positional, type Parameters } from './arguments.ts'
import { misfitMethod } from './argument-check.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import { lineage } from './lineage.ts'
import { refuse, type FunctionNode, type Of } from './parse.ts'
import { asyncioMethods, builtinMethods, loopMethodsOutside, methodsOf } from './signatures.ts'
import { isInside, memberAccess } from './attribute.ts'
import { mismatchedCallback } from './callback.ts'
import { unknownCall } from './dynamic-call.ts'

/** `x.name(…)` */
export function methodCall(c: Compilation, node: Of<'Call'>, func: Of<'Attribute'>): Code {
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

import { invocation, member, primary, type Code } from './code.ts'
import { isPlainSpread, keywords, matchArguments, parametersOf, positional } from './arguments.ts'
import { misfitFunction } from './argument-check.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import type { Meaning } from './meaning.ts'
import { asyncioBase, lineage } from './lineage.ts'
import type { FunctionNode, Of } from './parse.ts'
import { asyncioClasses, asyncioFunctions } from './signatures.ts'
import { builtinCall } from './builtin-call.ts'
import { dynamicCall, unknownCall } from './dynamic-call.ts'
import { methodCall } from './method-call.ts'
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

function construct(c: Compilation, node: Of<'Call'>, callee: Code, args: readonly string[] | undefined): Code {
  if (args === undefined && node.keywords.length > 0) return dynamicCall(c, node, callee)
  return member(`new ${callee.text}(${(args ?? positional(c, node)).join(', ')})`)
}

function functionCall(c: Compilation, node: Of<'Call'>, target: FunctionNode): Code {
  const args = matchArguments(c, node, parametersOf(target))
  const callee = c.expression(node.func)
  if (args !== undefined) return invocation(callee.text, args)
  if (isPlainSpread(node, parametersOf(target))) return invocation(callee.text, positional(c, node))
  c.described.add(target)
  return dynamicCall(c, node, callee)
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

import { matchArguments, keywords, parametersOf, positional } from './arguments.ts'
import { at, code, precedence, quote, type Code } from './code.ts'
import type { Compilation } from './compilation.ts'
import { refuse, type Of } from './parse.ts'
import { asyncioFunctions, asyncioMethods } from './signatures.ts'
import { camelCase } from '../runtime/camel-case.ts'

/** A call that may block its thread: `yield* waitingMethod(thread, 'join')`, `yield* waiting(work, 1)`. */
export function wait(c: Compilation, node: Of<'Call'>): Code {
  const { func } = node
  const call = func.nodeType === 'Attribute'
    ? [c.use('waitingMethod'), at(c.expression(func.value), precedence.assignment), quote(func.attr), ...methodArguments(c, node, func)]
    : [c.use('waiting'), at(c.expression(func), precedence.assignment), ...functionArguments(c, node)]
  const [callee = '', ...args] = call
  return code(`yield* ${callee}(${args.join(', ')})`, precedence.assignment)
}

function methodArguments(c: Compilation, node: Of<'Call'>, func: Of<'Attribute'>): readonly string[] {
  const signature = c.meaning(func.value)?.kind === 'module' ? asyncioFunctions.get(func.attr) : asyncioMethods.get(func.attr)
  if (node.keywords.length === 0) return positional(c, node)
  const [own, ...others] = c.methods.get(func.attr)?.filter(({ nodeType }) => nodeType === 'FunctionDef') ?? []
  if (own !== undefined) return (others.length === 0 ? matchArguments(c, node, parametersOf(own, 1)) : undefined) ?? refuseNames(node)
  const matched = signature === undefined ? undefined : matchArguments(c, node, signature, camelCase)
  return matched ?? [...positional(c, node), keywords(c, node, camelCase) ?? '{}']
}

function functionArguments(c: Compilation, node: Of<'Call'>): readonly string[] {
  const meaning = c.meaning(node.func)
  if (node.keywords.length === 0) return positional(c, node)
  const signature = meaning?.kind === 'asyncio' ? asyncioFunctions.get(meaning.name) : undefined
  const matched = meaning?.kind === 'function' ? matchArguments(c, node, parametersOf(meaning.node)) : signature === undefined ? undefined : matchArguments(c, node, signature, camelCase)
  return matched ?? refuseNames(node)
}

function refuseNames(node: Of<'Call'>): never {
  refuse(node, 'arguments by name for a function that may block its thread are outside the subset', 'give them by position')
}

import { at, member, precedence, quote, type Code } from './code.ts'
import { functionArgumentError, mayMisfit, methodArgumentError } from '../runtime/asyncio-parameters.ts'
import { matchArguments, positional } from './arguments.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { Compilation } from './compilation.ts'
import type { Of } from './parse.ts'
import { asyncioFunctions, asyncioMethods } from './signatures.ts'

/** A call of `asyncio.name` that raises TypeError, when its arguments do not fit; undefined when they do or it cannot be told. */
export function misfitFunction(c: Compilation, node: Of<'Call'>, name: string): Code | undefined {
  const names = keywordNames(node)
  if (names === undefined) return undefined
  const wrong = functionArgumentError(name, node.args.length, names) ?? taskArgumentError(c, name, names)
  return wrong === undefined ? undefined : misfit(c, node, wrong)
}

/**
 * A call of a method of that name, as a class of asyncio has it: one that raises TypeError when the arguments do not fit
 * the class of the receiver, or one that looks which class it is when that is not known.
 */
export function misfitMethod(c: Compilation, node: Of<'Call'>, receiver: Code, name: string, type: string): Code | undefined {
  const names = keywordNames(node)
  if (names === undefined) return undefined
  const cls = type.startsWith('asyncio:') ? type.slice('asyncio:'.length).replace(/^Loop$/, 'EventLoop') : undefined
  const wrong = (cls === undefined ? undefined : methodArgumentError(cls, name, node.args.length, names)) ?? taskArgumentError(c, name, names)
  if (wrong !== undefined) return misfit(c, node, wrong, [at(receiver, precedence.assignment)])
  if (cls !== undefined || !mayMisfit(name, node.args.length, names)) return undefined
  const signature = asyncioMethods.get(name)
  const args = (signature === undefined ? undefined : matchArguments(c, node, signature, camelCase)) ?? positional(c, node)
  const called = names.length === 0 ? [] : [String(node.args.length), `[${names.map(quote).join(', ')}]`]
  return member(`${c.use('checkedMethod')}(${[at(receiver, precedence.assignment), quote(name), `[${args.join(', ')}]`, ...called].join(', ')})`)
}

function misfit(c: Compilation, node: Of<'Call'>, text: string, computed: readonly string[] = []): Code {
  const values = node.keywords.map((keyword) => at(c.expression(keyword.value), precedence.assignment))
  return member(`${c.use('misfit')}(${[quote(text), ...computed, ...positional(c, node), ...values].join(', ')})`)
}

/** The names of a call's keywords; undefined when what it passes is not all written there. */
function keywordNames(node: Of<'Call'>): string[] | undefined {
  if (node.args.some((arg) => arg.nodeType === 'Starred')) return undefined
  const names = node.keywords.map((keyword) => keyword.arg ?? '')
  return names.includes('') ? undefined : names
}

/** `create_task` hands its keywords on to `Task`, unless the program makes its tasks itself. */
function taskArgumentError(c: Compilation, name: string, names: readonly string[]): string | undefined {
  if (name !== 'create_task' || c.facts.makesTasks) return undefined
  const options = asyncioFunctions.get(name)?.options ?? []
  const unknown = names.find((each) => each !== 'coro' && !options.includes(each))
  return unknown === undefined ? undefined : `Task() got an unexpected keyword argument '${unknown}'`
}

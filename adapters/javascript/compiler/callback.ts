import { at, precedence } from './code.ts'
import { argument, parametersOf } from './arguments.ts'
import type { Compilation } from './compilation.ts'
import type { Expression, Of } from './parse.ts'
import { signatureText } from './function.ts'

/** Where a method of asyncio takes a callback, and how many arguments it adds to those given behind it. */
const callbacks: Readonly<Record<string, readonly [place: number, added: number]>> = {
  call_soon: [0, 0], call_soon_threadsafe: [0, 0], call_later: [1, 0], call_at: [1, 0], add_done_callback: [0, 1], run_in_executor: [1, 0], set_exception_handler: [0, 2], run: [0, 0],
}

/**
 * The arguments of a call that hands over a callback which does not take what it will be called with: JavaScript would
 * not mind, so the runtime is told what it takes. Undefined for all other calls.
 */
export function mismatchedCallback(c: Compilation, node: Of<'Call'>, method: string): string[] | undefined {
  const [place, added] = callbacks[method] ?? [-1, 0]
  const callback = node.args[place]
  if (callback === undefined || node.args.some((arg) => arg.nodeType === 'Starred')) return undefined
  const target = functionOf(c, callback)
  if (target === undefined) return undefined
  const { positional, required, rest, requiredOptions } = parametersOf(target)
  const given = added + (method === 'add_done_callback' || method === 'set_exception_handler' ? 0 : node.args.length - place - 1)
  if (given >= required && (rest || given <= positional.length) && requiredOptions.length === 0) return undefined
  return node.args.map((arg, i) => (i === place ? `${c.use('strict')}(${at(c.expression(arg), precedence.assignment)}, ${signatureText(target, 0)})` : argument(c, arg)))
}

function functionOf(c: Compilation, node: Expression): Of<'Lambda'> | Of<'FunctionDef'> | Of<'AsyncFunctionDef'> | undefined {
  if (node.nodeType === 'Lambda') return node
  const meaning = node.nodeType === 'Name' ? c.meaning(node) : undefined
  return meaning?.kind === 'function' ? meaning.node : undefined
}

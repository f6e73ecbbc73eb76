import { at, precedence, quote } from './code.ts'
import { argument } from './arguments.ts'
import { asyncioMethods } from './signatures.ts'
import type { Compilation } from './compilation.ts'
import { mayMisfit } from '../runtime/asyncio-parameters.ts'
import { misfits, type Escaping } from './escaping.ts'
import type { Expression, Of } from './parse.ts'
import { signatureText } from './description.ts'

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
  const given = added + (method === 'add_done_callback' || method === 'set_exception_handler' ? 0 : node.args.length - place - 1)
  const checked = checkedCallback(c, callback, given)
  return checked === undefined ? undefined : node.args.map((arg, i) => (i === place ? checked : argument(c, arg)))
}

function checkedCallback(c: Compilation, callback: Expression, given: number): string | undefined {
  const target = functionOf(c, callback)
  if (target !== undefined) {
    if (misfits([target], given).length === 0) return undefined
    return `${c.use('strict')}(${at(c.expression(callback), precedence.assignment)}, ${signatureText(target.node, target.skip)}, ${target.skip})`
  }
  if (callback.nodeType !== 'Attribute' || c.methods.has(callback.attr) || !asyncioMethods.has(callback.attr) || !mayMisfit(callback.attr, given, [])) return undefined
  return `${c.use('checkedBound')}(${at(c.expression(callback.value), precedence.assignment)}, ${quote(callback.attr)})`
}

function functionOf(c: Compilation, node: Expression): Escaping | undefined {
  if (node.nodeType === 'Lambda') return { node, skip: 0 }
  if (node.nodeType === 'Attribute') {
    const type = c.type(node.value)
    const method = type.startsWith('instance:') ? c.classes.get(type.slice('instance:'.length))?.methods.get(node.attr) : undefined
    return method === undefined || method.decorator_list.length > 0 ? undefined : { node: method, skip: 1 }
  }
  const meaning = node.nodeType === 'Name' ? c.meaning(node) : undefined
  return meaning?.kind === 'function' ? { node: meaning.node, skip: 0 } : undefined
}

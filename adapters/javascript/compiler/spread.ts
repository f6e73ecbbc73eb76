import { at, precedence } from './code.ts'
import type { Compilation } from './compilation.ts'
import type { Expression } from './parse.ts'

const nativelyIterable = new Set(['list', 'tuple', 'set', 'range', 'str', 'generator'])

/** `*xs` in a call or display. */
export function spread(c: Compilation, node: Expression): string {
  return `...${at(iterable(c, node), precedence.assignment)}`
}

/** A JavaScript iterable over what Python's `for` would give. */
export function iterable(c: Compilation, node: Expression): { readonly text: string; readonly precedence: number } {
  const value = c.expression(node)
  if (nativelyIterable.has(c.type(node)) || yieldsIterable(c, node)) return value
  return { text: `${c.use('iterate')}(${value.text})`, precedence: precedence.member }
}

/** Calls of builtins that give JavaScript iterables. */
function yieldsIterable(c: Compilation, node: Expression): boolean {
  if (node.nodeType !== 'Call') return false
  const meaning = c.meaning(node.func)
  return meaning?.kind === 'builtin' && ['enumerate', 'zip', 'map', 'filter', 'reversed', 'sorted', 'list', 'range', 'tuple', 'set'].includes(meaning.name)
}

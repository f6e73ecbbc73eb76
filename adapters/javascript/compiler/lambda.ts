import { arrowBody, block, code, indent, member, precedence, quote, type Code } from './code.ts'
import type { Compilation } from './compilation.ts'
import { described } from './description.ts'
import { nestedName } from './frame.ts'
import { parameters, type Head } from './parameters.ts'
import { refuse, type Of } from './parse.ts'
import { suspends } from './operators.ts'
import { mayBlock } from './threads.ts'

/** `lambda` as an arrow function; defaults that are not the same every time are computed at once, as Python does. */
export function lambda(c: Compilation, node: Of<'Lambda'>): Code {
  if (suspends(node.body) && !mayBlock(node)) refuse(node, 'yield in a lambda is outside the subset', 'write a function')
  const scope = c.scopeOf(node)
  const head = parameters(c, node, scope)
  c.open({ kind: 'function', scope, qualname: nestedName(c, '<lambda>'), ofClass: undefined, self: undefined, constructs: false, caught: undefined, breaks: [] })
  const result = c.expression(node.body)
  const temporaries = c.close()
  const lines = [...head.first, ...(temporaries.length > 0 ? [`let ${temporaries.join(', ')}`] : [])]
  const isEffect = c.effects.has(node.body)
  const inBraces = isEffect && lines.length === 0 ? `{ ${result.text} }` : c.text(['{', ...indent([...lines, isEffect ? result.text : `return ${result.text}`]), '}'])
  const arrow = mayBlock(node) ? blockingLambda(c, head, [...lines, `return ${result.text}`]) : `(${head.parameters.join(', ')}) => ${lines.length === 0 && !isEffect ? arrowBody(result) : inBraces}`
  const text = `${c.later.naming(`${c.named}(`)}${arrow}${c.later.naming(`, ${quote(nestedName(c, '<lambda>'))})`)}`
  const made = described(c, node, text)
  if (head.before.length === 0) return code(made, precedence.assignment)
  return member(c.text(block('(() =>', [...head.before, `return ${made}`], '})()')))
}

function blockingLambda(c: Compilation, head: Head, lines: readonly string[]): string {
  const text = c.text(block(`function* (${head.parameters.join(', ')})`, lines))
  return `${c.use('blocking')}(${/\bthis\b/.test(text) ? `(${text}).bind(this)` : text})`
}

import { at, precedence } from './code.ts'
import type { Compilation } from './compilation.ts'
import type { Expression, Node } from './parse.ts'

/** `decorator(f)`. */
export function decorated(c: Compilation, decorator: Expression, value: string): string {
  const text = c.expression(decorator)
  return c.classesAreValues && decorator.nodeType === 'Name' && c.meaning(decorator)?.kind === 'variable' ? `${c.use('call')}(${text.text}, [${value}])` : `${at(text, precedence.member)}(${value})`
}

/** What a decorator of Python's own makes of a method; empty for any other. */
export function decoratorRole(node: Node): string {
  if (node.nodeType === 'Name') return { staticmethod: 'static', classmethod: 'class', property: 'get' }[node.id] ?? ''
  return node.nodeType === 'Attribute' && node.attr === 'setter' ? 'set' : ''
}

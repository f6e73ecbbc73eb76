import { at, invocation, member, precedence, type Code } from './code.ts'
import { keywords, positional } from './arguments.ts'
import type { Compilation } from './compilation.ts'
import type { Of } from './parse.ts'
import { misfits } from './escaping.ts'

/** The runtime matches the arguments: `call(f, [1], { k: 2 })`. */
export function dynamicCall(c: Compilation, node: Of<'Call'>, callee: Code): Code {
  const named = keywords(c, node)
  if (named !== undefined) c.describesAll = true
  const given = positional(c, node)
  const [only] = given
  const args = given.length === 1 && only?.startsWith('...') === true && !only.includes('(') ? only.slice(3) : `[${given.join(', ')}]`
  return invocation(c.use('call'), [at(callee, 1), args, ...(named === undefined ? [] : [named])])
}

/** A callee of which nothing is known: a function most likely, a class perhaps. */
export function unknownCall(c: Compilation, node: Of<'Call'>): Code {
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

import type { Expression } from './python-tree.ts'

/** A call with more arguments: those of a second call, whichever function that names. */
export function withArguments(call: Expression, more: Expression): Expression {
  if (call.nodeType !== 'Call' || more.nodeType !== 'Call') throw new Error('only calls have arguments')
  return { ...call, args: [...call.args, ...more.args], keywords: [...call.keywords, ...more.keywords] }
}

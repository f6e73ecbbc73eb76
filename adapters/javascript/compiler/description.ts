import { quote } from './code.ts'
import type { Compilation } from './compilation.ts'
import type { FunctionNode, Of } from './parse.ts'

/** A function expression, inside `signature(…)` if the runtime turns out to need its parameters. */
export function described(c: Compilation, node: FunctionNode | Of<'Lambda'>, text: string): string {
  const needed = () => c.described.has(node) || c.describesAll
  const opening = c.later.inline(() => (needed() ? `${c.use('signature')}(` : ''))
  return `${opening}${text}${c.later.inline(() => (needed() ? `, ${signatureText(node, 0)})` : ''))}`
}

/** Whether a function is anywhere used other than by calling it by name. */
export function escapes(c: Compilation, node: FunctionNode): boolean {
  const scope = c.analysis.scopes.get(node)?.parent
  if (scope === undefined || scope.kind === 'class') return true
  return scope.bindings.get(node.name)?.loads.some(({ call }) => call === undefined) ?? true
}

/** A line that tells the runtime the function's parameters, if it turns out to need them. */
export function description(c: Compilation, node: FunctionNode, target: string, skip = 0): string[] {
  return [c.later.line(() => (c.described.has(node) || (c.describesAll && escapes(c, node)) ? `${c.use('signature')}(${target}, ${signatureText(node, skip)}${skip === 0 ? '' : ', 1'})` : undefined))]
}

/** `'a, b=, /, *args, c=, **kwargs'`: names, with `=` behind those that have a default. */
export function signatureText(node: FunctionNode | Of<'Lambda'>, skip: number): string {
  const { args } = node
  const all = [...args.posonlyargs, ...args.args]
  const parts = all.map((arg, i) => (i >= all.length - args.defaults.length ? `${arg.arg}=` : arg.arg))
  if (args.posonlyargs.length > 0) parts.splice(args.posonlyargs.length, 0, '/')
  const rest = parts.slice(skip)
  if (args.vararg) rest.push(`*${args.vararg.arg}`)
  else if (args.kwonlyargs.length > 0) rest.push('*')
  rest.push(...args.kwonlyargs.map((arg, i) => (args.kw_defaults[i] === null || args.kw_defaults[i] === undefined ? arg.arg : `${arg.arg}=`)))
  if (args.kwarg) rest.push(`**${args.kwarg.arg}`)
  return quote(rest.join(', '))
}

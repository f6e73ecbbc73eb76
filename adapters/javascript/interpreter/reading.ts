import type { FunctionNode, Of } from '../compiler/parse.ts'
import type { Outline, ScopeOutline } from './outline.ts'

/** Where the reader of a program stands. */
export interface Reading {
  readonly outline: Outline
  scope: ScopeOutline
  /** Whether what was read last may be suspended. */
  suspends: boolean
  /** Classes with nothing above them and no `__init__`. */
  readonly plainClasses: Set<string>
}

/** Begins a function; gives what to go back to at its end. */
export function beginFunction(r: Reading, node: FunctionNode | Of<'Lambda'>): Pick<Reading, 'scope' | 'suspends'> {
  const { scope: outer, suspends } = r
  const { args } = node
  r.scope = r.outline.open(node)
  const { locals } = r.scope
  for (const arg of args.posonlyargs) locals.add(arg.arg)
  for (const arg of args.args) locals.add(arg.arg)
  for (const arg of args.kwonlyargs) locals.add(arg.arg)
  if (args.vararg) locals.add(args.vararg.arg)
  if (args.kwarg) locals.add(args.kwarg.arg)
  return { scope: outer, suspends }
}

/** Ends it. What waits in a function does not make wait what defines it. */
export function endFunction(r: Reading, { scope, suspends }: Pick<Reading, 'scope' | 'suspends'>): void {
  for (const name of r.scope.globals) r.scope.locals.delete(name)
  r.scope = scope
  r.suspends = suspends
}

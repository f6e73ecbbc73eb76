import { at } from './code.ts'
import type { Compilation } from './compilation.ts'
import type { Expression, FunctionNode, Of } from './parse.ts'
import type { Binding, Scope } from './scope.ts'
import { variableName } from './names.ts'

/** A function's parameters as JavaScript has them, and what has to stand before it and at the top of its body. */
export interface Head {
  readonly before: readonly string[]
  readonly parameters: readonly string[]
  readonly first: readonly string[]
}

/** The parameters of a function; `skip` leaves out `self`. */
export function parameters(c: Compilation, node: FunctionNode | Of<'Lambda'>, scope: Scope, skip = 0): Head {
  const { args } = node
  const before: string[] = []
  const first: string[] = []
  const all = [...args.posonlyargs, ...args.args]
  const withDefault = (name: string, value: Expression): string => {
    if (isInline(c, value)) return `${variableName(name)} = ${at(c.expression(value), 1)}`
    const kept = c.fresh(`${name}Default`)
    before.push(`const ${kept} = ${c.expression(value).text}`)
    return `${variableName(name)} = ${kept}`
  }
  const texts = all.map((arg, i) => {
    const value = args.defaults[i - all.length + args.defaults.length]
    return value === undefined ? variableName(arg.arg) : withDefault(arg.arg, value)
  }).slice(skip)
  const named = args.kwonlyargs.flatMap((arg, i) => {
    const value = args.kw_defaults[i]
    const text = value === null || value === undefined ? variableName(arg.arg) : withDefault(arg.arg, value)
    // What an implementation hands to a task factory has its JavaScript name.
    return arg.arg === 'eager_start' ? [text.replace('eager_start', 'eagerStart'), 'eager_start = eagerStart'] : [text]
  })
  if (args.kwarg) named.push(`...${variableName(args.kwarg.arg)}`)
  const pattern = named.length === 0 ? undefined : named.length === 1 && args.kwarg ? undefined : `{ ${named.join(', ')} }`
  const kwarg = args.kwarg ? scope.bindings.get(args.kwarg.arg) : undefined
  const passesOn = kwarg !== undefined && onlyUnpacked(c, kwarg)
  if (passesOn) c.passedOn.add(kwarg)
  const all2 = args.kwarg ? variableName(args.kwarg.arg) : ''
  if (args.vararg) {
    const rest = variableName(args.vararg.arg)
    texts.push(`...${rest}`)
    if (named.length > 0) first.push(pattern === undefined ? `${passesOn ? 'const' : 'let'} ${all2} = ${c.use('takeOptions')}(${rest})` : `let ${pattern} = ${c.use('takeOptions')}(${rest})`)
    if (!onlySpread(c, scope.bindings.get(args.vararg.arg))) first.push(`${rest} = ${c.use('Tuple')}.from(${rest})`)
  } else if (named.length > 0) texts.push(pattern === undefined ? `${all2} = {}` : `${pattern} = {}`)
  if (args.kwarg && !passesOn) first.push(`${all2} = ${c.use('keywordDict')}(${all2})`)
  return { before, parameters: texts, first }
}

/** Whether a default can be written in place: it is the same whenever it is computed. */
function isInline(c: Compilation, value: Expression): boolean {
  if (value.nodeType === 'Constant') return true
  if (value.nodeType === 'UnaryOp') return isInline(c, value.operand)
  if (value.nodeType === 'Tuple') return value.elts.every((element) => isInline(c, element))
  const meaning = c.meaning(value)
  return meaning?.kind === 'asyncio' || meaning?.kind === 'builtin' || meaning?.kind === 'exception'
}

/** Whether a `*args` parameter is only ever passed on as `*args`. */
function onlySpread(c: Compilation, binding: Binding | undefined): boolean {
  return binding === undefined || (binding.sites.length === 1 && binding.loads.every(({ node }) => node !== undefined && c.facts.spread.has(node)))
}

/** Whether a `**kwargs` parameter is only ever passed on as `**kwargs`. */
function onlyUnpacked(c: Compilation, binding: Binding): boolean {
  return binding.sites.length === 1 && binding.loads.every(({ node }) => node !== undefined && c.facts.unpacked.has(node))
}

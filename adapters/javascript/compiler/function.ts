import { arrowBody, at, block, code, enclosed, indent, member, precedence, quote, type Code } from './code.ts'
import type { Compilation } from './compilation.ts'
import type { Frame, FrameKind } from './frame.ts'
import { refuse, type Expression, type FunctionNode, type Node, type Of, type Statement } from './parse.ts'
import type { Binding, Scope } from './scope.ts'
import { variableName } from './names.ts'
import { suspends } from './operators.ts'
import { mayBlock } from './threads.ts'

/** A function's parameters as JavaScript has them, and what has to stand before it and at the top of its body. */
interface Head {
  readonly before: readonly string[]
  readonly parameters: readonly string[]
  readonly first: readonly string[]
}

/** What kind of JavaScript function a Python one becomes. */
export function kindOf(c: Compilation, node: FunctionNode): FrameKind {
  if (mayBlock(node)) return 'blocking'
  const isGenerator = c.isGenerator(node)
  if (node.nodeType === 'FunctionDef') return isGenerator ? 'generator' : 'function'
  return isGenerator ? 'asyncGenerator' : 'async'
}

/** `function f`, `function* f`, `async function f` as the kind and style ask for. */
export function keyword(c: Compilation, kind: FrameKind): string {
  if (c.style === 'generator') return kind === 'function' ? 'function' : 'function*'
  return { function: 'function', generator: 'function*', async: 'async function', asyncGenerator: 'async function*', module: '', blocking: '' }[kind]
}

/** What wraps a function expression to make it Python's `async def`; empty where JavaScript's own serves. */
export function wrapper(c: Compilation, kind: FrameKind): string {
  if (c.style === 'async') return ''
  if (kind === 'blocking') return c.use('blocking')
  return kind === 'async' ? 'asyncio.coroutine' : kind === 'asyncGenerator' ? 'asyncio.asyncGenerator' : ''
}

/** A `def` or `async def` statement. */
export function functionStatement(c: Compilation, node: FunctionNode): string[] {
  const binding = c.frame.scope.lookup(node.name)
  const declared = binding?.declaration.statement === node
  const kind = kindOf(c, node)
  const wrap = wrapper(c, kind)
  const name = variableName(node.name)
  const qualname = nestedName(c, node.name)
  const inner = wrap === '' && node.decorator_list.length === 0
  if (inner && declared && binding.declaration.keyword === 'const') {
    const { before, text } = functionText(c, node, name, qualname)
    return [...before, ...withName(c, node, name, qualname, text), ...description(c, node, name)]
  }
  const named = usesOwnName(c, node, binding) ? '' : name
  const { before, text } = functionText(c, node, named, qualname)
  const explicit = wrap !== '' && (qualname !== node.name || named === '') ? `, ${quote(qualname)}` : ''
  const outer: [string, string] = wrap === '' && (qualname !== node.name || c.graphs) ? [c.later.naming(`${c.named}(`), c.later.naming(`, ${quote(qualname)})`)] : ['', '']
  // V8 compiles a function in parentheses at once; another it reads twice, the second time when it is called first.
  let [opening, closing] = wrap === '' ? outer : [`${wrap}(${c.later.naming('(')}`, `${c.later.naming(')')}${explicit})`]
  const needsName = wrap === '' && named === ''
  if (needsName) [opening, closing] = [`${c.use('named')}(${opening}`, `${closing}, ${quote(node.name)})`]
  const target = declared ? `${binding.declaration.keyword} ${name}` : name
  if (node.decorator_list.length === 0) return [...before, ...enclosed(`${target} = ${opening}`, text, closing), ...description(c, node, name)]
  let value = described(c, node, enclosed(opening, text, closing).join('\n'))
  for (const decorator of node.decorator_list.toReversed()) value = decorated(c, decorator, value)
  return [...before, ...`${target} = ${value}`.split('\n')]
}

/** `decorator(f)`. */
export function decorated(c: Compilation, decorator: Expression, value: string): string {
  const text = c.expression(decorator)
  return c.classesAreValues && decorator.nodeType === 'Name' && c.meaning(decorator)?.kind === 'variable' ? `${c.use('call')}(${text.text}, [${value}])` : `${at(text, precedence.member)}(${value})`
}

/** `main.<locals>.child` */
export function nestedName(c: Compilation, name: string): string {
  const { qualname } = c.frame
  return qualname === '' ? name : `${qualname}.<locals>.${name}`
}

/** A function declared in another one gets its qualified name on the same line as its end. */
function withName(c: Compilation, node: FunctionNode, name: string, qualname: string, lines: readonly string[]): string[] {
  const isSimple = c.graphs ? qualname === name : qualname === node.name || !escapes(c, node)
  return isSimple ? [...lines] : [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${c.later.naming(`; ${c.named}(${name}, ${quote(qualname)})`)}`]
}

/** A function expression, inside `signature(…)` if the runtime turns out to need its parameters. */
function described(c: Compilation, node: FunctionNode | Of<'Lambda'>, text: string): string {
  const needed = () => c.described.has(node) || c.describesAll
  const opening = c.later.inline(() => (needed() ? `${c.use('signature')}(` : ''))
  return `${opening}${text}${c.later.inline(() => (needed() ? `, ${signatureText(node, 0)})` : ''))}`
}

/** Whether a function is anywhere used other than by calling it by name. */
function escapes(c: Compilation, node: FunctionNode): boolean {
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

function usesOwnName(c: Compilation, node: FunctionNode, binding: Binding | undefined): boolean {
  const own = c.analysis.scopes.get(node)
  return binding?.loads.some(({ block }) => {
    for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) if (scope === own) return true
    return false
  }) ?? false
}

/** A function with its keyword, parameters and body; `before` must stand in front of the statement. */
export function functionText(c: Compilation, node: FunctionNode, name: string, qualname: string): { before: string[]; text: string[] } {
  const scope = scopeOf(c, node)
  const kind = kindOf(c, node)
  const defaults = parameters(c, node, scope)
  const lines = body(c, { kind, scope, qualname, ofClass: undefined, self: undefined, constructs: false, caught: undefined, breaks: [] }, node.body, defaults.first)
  return { before: [...defaults.before], text: block(`${keyword(c, kind)}${name === '' ? '' : ' '}${name}${name === '' ? ' ' : ''}(${defaults.parameters.join(', ')})`, lines) }
}

export function scopeOf(c: Compilation, node: Node): Scope {
  const scope = c.analysis.scopes.get(node)
  if (scope === undefined) throw new Error(`no scope for ${node.nodeType}`)
  return scope
}

/** The statements of a function, behind the declarations of the variables that live in all of it. */
export function body(c: Compilation, frame: Frame, statements: readonly Statement[], first: readonly string[] = []): string[] {
  c.open(frame)
  const [head, ...tail] = statements
  const isDocumented = head?.nodeType === 'Expr' && head.value.nodeType === 'Constant'
  const own = isDocumented ? tail : statements
  const lines = frame.kind === 'module' ? parted(own.map((statement) => c.statements([statement]))) : c.statements(own)
  const names = [...hoisted(frame.scope), ...c.close()]
  if (names.length === 0) return first.length === 0 ? lines : [...first, ...lines]
  return [...first, `let ${names.join(', ')}`, ...lines]
}

/** The statements of a module, an empty line around those that define something over several lines. */
function parted(statements: readonly string[][]): string[] {
  const lines: string[] = []
  let wasLong = false
  for (const statement of statements) {
    if (statement.length === 0) continue
    const isLong = statement.length > 2 && /^(?:const \w+ = (?:asyncio\.|blocking\()|function|class)/.test(statement[0] ?? '')
    if (lines.length > 0 && (isLong || wasLong)) lines.push('')
    lines.push(...statement)
    wasLong = isLong
  }
  return lines
}

function hoisted(scope: Scope): string[] {
  const names: string[] = []
  for (const { name, declaration, sites } of scope.bindings.values()) {
    if (declaration.statement === 'top' && (sites.length > 0 || scope.kind === 'module')) names.push(variableName(name))
  }
  return names
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

/** `lambda` as an arrow function; defaults that are not the same every time are computed at once, as Python does. */
export function lambda(c: Compilation, node: Of<'Lambda'>): Code {
  if (suspends(node.body) && !mayBlock(node)) refuse(node, 'yield in a lambda is outside the subset', 'write a function')
  const scope = scopeOf(c, node)
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

/** Whether the method's first parameter is used where JavaScript's `this` is another one. */
export function needsAlias(scope: Scope, name: string): boolean {
  const binding = scope.bindings.get(name)
  if (binding === undefined) return false
  if (binding.sites.length > 1) return true
  return binding.loads.some(({ block }) => {
    for (let each: Scope | undefined = block.scope; each !== undefined && each !== scope; each = each.parent) {
      if (each.kind === 'class' || each.node.nodeType === 'FunctionDef' || each.node.nodeType === 'AsyncFunctionDef') return true
    }
    return false
  })
}

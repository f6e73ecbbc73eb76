import { block, enclosed, quote } from './code.ts'
import { body } from './body.ts'
import type { Compilation } from './compilation.ts'
import { decorated } from './decorator.ts'
import { described, description, escapes } from './description.ts'
import { nestedName } from './frame.ts'
import { keyword, kindOf, wrapper } from './function-kind.ts'
import { parameters } from './parameters.ts'
import type { FunctionNode } from './parse.ts'
import type { Binding, Scope } from './scope.ts'
import { variableName } from './names.ts'

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

/** A function declared in another one gets its qualified name on the same line as its end. */
function withName(c: Compilation, node: FunctionNode, name: string, qualname: string, lines: readonly string[]): string[] {
  const isSimple = c.graphs ? qualname === name : qualname === node.name || !escapes(c, node)
  return isSimple ? [...lines] : [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${c.later.naming(`; ${c.named}(${name}, ${quote(qualname)})`)}`]
}

function usesOwnName(c: Compilation, node: FunctionNode, binding: Binding | undefined): boolean {
  const own = c.analysis.scopes.get(node)
  return binding?.loads.some(({ block }) => {
    for (let scope: Scope | undefined = block.scope; scope !== undefined; scope = scope.parent) if (scope === own) return true
    return false
  }) ?? false
}

/** A function with its keyword, parameters and body; `before` must stand in front of the statement. */
function functionText(c: Compilation, node: FunctionNode, name: string, qualname: string): { before: string[]; text: string[] } {
  const scope = c.scopeOf(node)
  const kind = kindOf(c, node)
  const defaults = parameters(c, node, scope)
  const lines = body(c, { kind, scope, qualname, ofClass: undefined, self: undefined, constructs: false, caught: undefined, breaks: [] }, node.body, defaults.first)
  return { before: [...defaults.before], text: block(`${keyword(c, kind)}${name === '' ? '' : ' '}${name}${name === '' ? ' ' : ''}(${defaults.parameters.join(', ')})`, lines) }
}

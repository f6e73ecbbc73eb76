import { member, type Code } from './code.ts'
import { keywords, matchArguments, parametersOf, positional } from './arguments.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import { asyncioBase, lineage } from './lineage.ts'
import { refuse, type Of } from './parse.ts'
import { asyncioClasses } from './signatures.ts'

/** `super().method(…)` and `Base.__init__(self, …)`; undefined for other calls. */
export function superCall(c: Compilation, node: Of<'Call'>): Code | undefined {
  const { func } = node
  if (func.nodeType !== 'Attribute') return undefined
  const { value } = func
  if (value.nodeType === 'Call' && value.func.nodeType === 'Name' && value.func.id === 'super' && c.analysis.variables.get(value.func) === undefined) {
    const info = c.frames.findLast((frame) => frame.ofClass !== undefined)?.ofClass
    if (info === undefined) refuse(node, 'super() outside a method', 'name the class')
    return func.attr === '__init__' ? constructorCall(c, node, info, 0) : member(`super.${camelCase(func.attr)}(${[...positional(c, node), ...optional(keywords(c, node, camelCase))].join(', ')})`)
  }
  const owner = c.frame.ofClass
  const first = node.args[0]
  if (func.attr === '__init__' && owner !== undefined && first?.nodeType === 'Name' && first.id === c.frame.self?.name) return constructorCall(c, node, owner, 1)
  return undefined
}

function optional(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}

function constructorCall(c: Compilation, node: Of<'Call'>, info: ClassInfo, skip: number): Code {
  const rest = { ...node, args: node.args.slice(skip) }
  const args = constructorArguments(c, rest, info) ?? [...positional(c, rest), ...optional(keywords(c, rest, camelCase))]
  if (c.frame.constructs) return member(`super(${args.join(', ')})`)
  return member(`${c.use('initialise')}(this, super.__init__, [${args.join(', ')}])`)
}

function constructorArguments(c: Compilation, node: Of<'Call'>, info: ClassInfo): string[] | undefined {
  const [, ...above] = lineage(c, info)
  const init = above.map((each) => each.methods.get('__init__')).find((each) => each !== undefined)
  if (init !== undefined) return matchArguments(c, node, parametersOf(init, 1))
  const signature = asyncioClasses.get(asyncioBase(c, info) ?? '')
  return signature === undefined ? undefined : matchArguments(c, node, signature, camelCase)
}

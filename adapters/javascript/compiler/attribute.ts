import { at, member, precedence, primary, quote, type Code } from './code.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { Compilation } from './compilation.ts'
import { isIdentifier } from './names.ts'
import { containsOutsideFunctions } from './children.ts'
import { refuse, type Expression, type FunctionNode, type Of } from './parse.ts'
import { lineage } from './lineage.ts'
import { asyncioAttributes, asyncioClasses, asyncioConstants, asyncioFunctions, asyncioMethods, asyncioOutside, asyncioReal, builtinMethods, insides, loopMethodsOutside } from './signatures.ts'

/** `.name`, or `['na-me']` where that is no identifier. */
export function memberAccess(name: string): string {
  return isIdentifier(name) ? `.${name}` : `[${quote(name)}]`
}

/** `x.name`, read. */
export function attribute(c: Compilation, node: Of<'Attribute'>): Code {
  const meaning = c.meaning(node)
  switch (meaning?.kind) {
    case 'asyncio': return asyncioMember(c, node, meaning.name)
    case 'module': return primary(moduleText(c, meaning.name))
    case 'member': return moduleMember(c, node, meaning.module, meaning.name)
    default:
  }
  if (isInside(c, node.attr)) refuse(node, `${node.attr} is outside the subset`, 'log what the program itself knows')
  if (loopMethodsOutside.has(node.attr) && !c.methods.has(node.attr)) refuse(node, `${node.attr}() is outside the subset`, 'programs have no sockets, processes and signals')
  const name = camelCase(node.attr)
  if (node.value.nodeType === 'Call' && node.value.func.nodeType === 'Name' && node.value.func.id === 'super') return member(`super.${name}`)
  const receiver = c.expression(node.value)
  if (node.attr === '__name__' && node.value.nodeType === 'Call' && node.value.func.nodeType === 'Name' && node.value.func.id === 'type' && node.value.args[0] !== undefined) {
    return member(`${c.use('typeName')}(${c.expression(node.value.args[0]).text})`)
  }
  if (/^__\w+__$/.test(node.attr)) return member(`${c.use('attribute')}(${at(receiver, 1)}, ${quote(node.attr)})`)
  if (exceptionFields.has(node.attr) && !c.analysis.attributes.has(node.attr)) return member(`${c.use('attribute')}(${at(receiver, 1)}, ${quote(node.attr)})`)
  const type = c.type(node.value)
  const isMethod = (c.methods.has(node.attr) && !c.properties.has(node.attr)) || asyncioMethods.has(node.attr)
  const isData = c.analysis.attributes.has(node.attr) || c.properties.has(node.attr) || asyncioAttributes.has(node.attr) || c.attributeNames.has(node.attr)
  if (isMethod && !isData && !builtinMethods.has(node.attr) && c.meaning(node.value)?.kind !== 'class') return member(`${c.use('bind')}(${at(receiver, 1)}, ${quote(node.attr)})`)
  if (isMethod && isData && type.startsWith('instance:') && !(c.methods.has(node.attr))) return member(`${at(receiver, precedence.member)}${memberAccess(name)}`)
  if (isData && !isMethod && !mayBeMissing(c, type, node.attr) && !ofOneKind.test(node.attr)) return member(`${at(receiver, precedence.member)}${memberAccess(name)}`)
  return member(`${c.use('attribute')}(${at(receiver, 1)}, ${quote(node.attr)})`)
}

/** Whether an object of a class of the program may be without an attribute that others have: nothing sets it in `__init__`. */
function mayBeMissing(c: Compilation, type: string, name: string): boolean {
  const info = type.startsWith('instance:') ? c.classes.get(type.slice('instance:'.length)) : undefined
  if (info === undefined) return false
  for (const each of lineage(c, info)) {
    const init = each.methods.get('__init__')
    if (each.attributes.has(name) || each.methods.has(name) || (init !== undefined && sets(init, name))) return false
    const [base] = each.bases
    if (base !== undefined && c.meaning(base)?.kind !== 'class') return false
  }
  return true
}

/** Attributes that one kind of coroutine or generator has, and what else a task may be made of has not. */
const ofOneKind = /^(?:cr|gi|ag)_/

function sets(node: FunctionNode, name: string): boolean {
  return containsOutsideFunctions(node, (each) => each.nodeType === 'Attribute' && each.attr === name && each.ctx.nodeType === 'Store')
}

/** Whether it is something of CPython's own: a private name that nothing in the program gives a value to. */
export function isInside(c: Compilation, name: string): boolean {
  if (insides.has(name)) return true
  return /^_[a-z]/.test(name) && !privateNames.has(name)
    && !c.analysis.attributes.has(name) && !c.attributeNames.has(name) && !c.methods.has(name)
}

/** What is public in Python, underscore or not: of the protocol of futures, and of named tuples. */
const privateNames = new Set(['_asyncio_future_blocking', '_fields', '_replace', '_asdict', '_make'])

/** Tuples in Python that an implementation may keep as arrays. */
const exceptionFields = new Set(['args', 'exceptions'])

/** `asyncio.name`, checked where the module is not known to have it. */
export function asyncioMember(c: Compilation, node: Expression, name: string): Code {
  if (asyncioOutside.has(name)) refuse(node, `asyncio.${name} is outside the subset`, 'programs have no sockets and processes; use queues and tasks')
  if (asyncioReal.has(name) && !c.members.has(`asyncio.${name}`)) c.members.set(`asyncio.${name}`, node)
  if (asyncioFunctions.has(name) || asyncioClasses.has(name) || asyncioConstants.has(name)) return member(`asyncio.${camelCase(name)}`)
  return member(`${c.use('attribute')}(asyncio, ${quote(name)})`)
}

/** `functools.partial` and the like; noted, so that what the runtime does not have is refused. */
export function moduleMember(c: Compilation, node: Expression, module: string, name: string): Code {
  const key = `${module}.${name}`
  if (!c.members.has(key)) c.members.set(key, node)
  return member(`${moduleText(c, module)}.${camelCase(name)}`)
}

/** A module as the program sees it. */
export function moduleText(c: Compilation, name: string): string {
  if (name === 'asyncio') return 'asyncio'
  const [first = '', ...rest] = name.split('.')
  return [c.use(first), ...rest.map(camelCase)].join('.')
}

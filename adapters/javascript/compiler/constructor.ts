import { body } from './body.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import type { Frame } from './frame.ts'
import { containsOutsideFunctions } from './children.ts'
import { refuse, type FunctionNode, type Node, type Statement } from './parse.ts'
import { lineage } from './lineage.ts'
import { variableName } from './names.ts'

/** JavaScript wants `super(…)` before `this`: it is moved to the front where that changes nothing. */
export function constructorLines(c: Compilation, info: ClassInfo, node: FunctionNode, frame: Frame, first: readonly string[], alias: readonly string[]): string[] {
  const hasBase = info.bases.length > 0 && !info.bases.every((base) => base.nodeType === 'Name' && base.id === 'object')
  if (!hasBase) return body(c, frame, node.body.filter((statement) => !isInitOfSuper(statement)), [...first, ...alias])
  const index = node.body.findIndex(isInitOfSuper)
  const selfName = frame.self?.name ?? 'self'
  const before = index === -1 ? [] : node.body.slice(0, index)
  const init = node.body[index]
  if (init === undefined) {
    if (node.body.some((statement) => containsOutsideFunctions(statement, (each) => isInitCall(each)))) refuse(node, 'super().__init__() under a condition is outside the subset', 'call it first')
    return body(c, frame, node.body, [...first, `super(${inheritedArguments(c, info, node)})`, ...alias])
  }
  const touchesSelf = before.some((statement) => mentions(statement, selfName))
  if (touchesSelf && mentions(init, selfName, true)) refuse(init, 'super().__init__() with values of self is outside the subset', 'call it first')
  const ordered = touchesSelf ? [init, ...before, ...node.body.slice(index + 1)] : node.body
  if (alias.length === 0) return body(c, frame, ordered, first)
  const at = ordered.indexOf(init)
  const marker = c.later.line(() => alias[0])
  const lines = body(c, frame, ordered, first)
  const position = lines.findIndex((line) => line.startsWith('super('))
  return [...lines.slice(0, position + 1), ...(at >= 0 ? [marker] : []), ...lines.slice(position + 1)]
}

/** What a class that never calls `super().__init__` hands up: exceptions get their `args` all the same. */
function inheritedArguments(c: Compilation, info: ClassInfo, node: FunctionNode): string {
  const [, ...above] = lineage(c, info)
  if (above.some((each) => each.methods.has('__init__'))) refuse(node, '__init__ without super().__init__() is outside the subset here', 'call it')
  const base = (above.at(-1) ?? info).bases[0]
  const meaning = base === undefined ? undefined : c.meaning(base)
  if (meaning?.kind === 'asyncio' && initialised.has(meaning.name)) refuse(node, '__init__ without super().__init__() is outside the subset here', 'call it')
  if (meaning?.kind !== 'exception' && !(meaning?.kind === 'asyncio' && /Error$|^Queue(Empty|Full)$/.test(meaning.name))) return ''
  const names = [...node.args.posonlyargs, ...node.args.args].slice(1).map((arg) => variableName(arg.arg))
  return [...names, ...(node.args.vararg ? [`...${variableName(node.args.vararg.arg)}`] : [])].join(', ')
}

/** Classes of asyncio whose objects are of no use in Python before their `__init__` has run. */
const initialised: ReadonlySet<string> = new Set(['Future', 'Task', 'Queue', 'PriorityQueue', 'LifoQueue', 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier', 'TaskGroup', 'Timeout'])

function isInitCall(node: Node): boolean {
  return node.nodeType === 'Call' && node.func.nodeType === 'Attribute' && node.func.attr === '__init__'
}

function isInitOfSuper(statement: Statement): boolean {
  return statement.nodeType === 'Expr' && isInitCall(statement.value)
}

function mentions(node: Node, name: string, skipCallee = false): boolean {
  if (node.nodeType === 'Name') return node.id === name
  let found = false
  const ignored = skipCallee && node.nodeType === 'Expr' && node.value.nodeType === 'Call' && node.value.args[0]?.nodeType === 'Name' && node.value.func.nodeType === 'Attribute' && node.value.func.value.nodeType === 'Name' ? node.value.args[0] : undefined
  containsOutsideFunctions(node, (each) => {
    if (each.nodeType === 'Name' && each.id === name && each !== ignored) found = true
    return found
  })
  return found
}

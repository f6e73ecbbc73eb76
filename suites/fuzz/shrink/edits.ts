import { constant, isContext, isNode, type Module, type Node, type Statement } from '../python-tree.ts'
import { expression, statements } from '../template.ts'
import { aliasesOf } from './aliases.ts'
import type { Edit, Path } from './edit.ts'
import { merges } from './merges.ts'
import { sizeOf } from './size-of.ts'

/** Lists that may lose any of their elements. */
const loose: ReadonlySet<string> = new Set(['orelse', 'finalbody', 'args', 'keywords', 'elts', 'names'])
/** Lists of statements that must not become empty: `pass` is left. */
const bodies: ReadonlySet<string> = new Set(['body'])

/** Every way to make a program smaller by one construct, or by several at once; the greatest gains first. */
export function editsOf(tree: Module): Edit[] {
  const found: Edit[] = []
  const functions = new Map<string, Statement[]>()
  for (const statement of tree.body) if (statement.nodeType === 'AsyncFunctionDef') functions.set(statement.name, statement.body)
  collect(tree, [], found, functions)
  found.push(...aliasesOf(tree), ...merges(tree))
  return found.toSorted((a, b) => b.gain - a.gain)
}

function collect(node: Node, path: Path, found: Edit[], functions: ReadonlyMap<string, Statement[]>): void {
  if (isContext(node)) return
  replacements(node, path, found, functions)
  for (const key in node) {
    const field: unknown = Reflect.get(node, key)
    if (Array.isArray(field)) {
      deletions(node, key, field, [...path, key], found)
      for (const [index, element] of field.entries()) if (isNode(element)) collect(element, [...path, key, index], found, functions)
    } else if (isNode(field)) collect(field, [...path, key], found, functions)
  }
}

/** Elements left out of a list: all, halves, quarters, pairs, each. */
function deletions(node: Node, key: string, list: readonly unknown[], path: Path, found: Edit[]): void {
  const isBody = bodies.has(key)
  if (!isBody && !loose.has(key) && !mayLose(node, key, list.length)) return
  // The parameters of a function are no list to shorten: its callers give them.
  if (node.nodeType === 'Arguments' || (node.nodeType === 'BoolOp')) return
  const lengths = new Set([list.length, list.length >> 1, list.length >> 2, 2, 1].filter(length => length > 0 && length <= list.length))
  for (const length of lengths) {
    for (let index = 0; index + length <= list.length; index += length > 2 ? length : 1) {
      const gain = sizeOf(list.slice(index, index + length))
      const leavesNone = length === list.length
      if (isBody && leavesNone && node.nodeType !== 'Module') {
        if (!(list.length === 1 && isNode(list[0]) && list[0].nodeType === 'Pass')) found.push({ path: [...path, index], count: length, into: statements`pass`, gain: gain - 1 })
      } else if (!(leavesNone && node.nodeType === 'Global')) found.push({ path: [...path, index], count: length, into: [], gain })
      else found.push({ path: path.slice(0, -1), into: statements`pass`, gain })
    }
  }
}

function mayLose(node: Node, key: string, length: number): boolean {
  if (key === 'handlers') return (node.nodeType === 'Try' || node.nodeType === 'TryStar') && (length > 1 || node.finalbody.length > 0)
  if (key === 'items') return length > 1
  return key === 'targets' && length > 1
}

/** Something smaller in the place of a node. */
function replacements(node: Node, path: Path, found: Edit[], functions: ReadonlyMap<string, Statement[]>): void {
  const at = path.at(-1)
  const lift = (into: readonly unknown[]): void => {
    if (typeof at === 'number') found.push({ path, count: 1, into, gain: sizeOf(node) - sizeOf(into) })
  }
  const replace = (by: Node): void => {
    found.push({ path, into: [by], gain: sizeOf(node) - sizeOf(by) })
  }
  switch (node.nodeType) {
    case 'Try': case 'TryStar':
      lift(node.body)
      lift([...node.body, ...node.finalbody])
      if (node.finalbody.length > 0 && node.handlers.length > 0) replace({ ...node, finalbody: [] })
      for (const handler of node.handlers) lift(handler.body)
      return
    case 'If':
      lift(node.body)
      lift(node.orelse)
      return
    case 'For': case 'AsyncFor': case 'AsyncWith': case 'With':
      lift(node.body)
      return
    case 'Expr':
      if (node.value.nodeType === 'Await') inline(node.value.value, path, found, functions)
      if (node.value.nodeType === 'Call') {
        // Of `log('…', await x)` the `await x`.
        for (const argument of node.value.args) if (argument.nodeType === 'Await') {
          lift([{ ...node, value: argument }])
          inline(argument.value, path, found, functions)
        }
      }
      return
    case 'Assign':
      lift([{ nodeType: 'Expr', value: node.value, lineno: 1, col_offset: 0 }])
      return
    case 'BoolOp': case 'Compare': {
      const [first] = node.nodeType === 'BoolOp' ? node.values : [node.left]
      if (first !== undefined) replace(first)
      return
    }
    case 'Call': {
      for (const argument of node.args) if (argument.nodeType === 'Call' || argument.nodeType === 'Name') replace(argument)
      if (node.func.nodeType === 'Name' && functions.has(node.func.id)) {
        replace(expression`asyncio.sleep(0)`)
        replace(expression`asyncio.sleep(1)`)
      }
      return
    }
    case 'Constant':
      if (typeof node.value === 'number' && node.value > 0) {
        for (const smaller of new Set([0, 1, Math.floor(node.value), Math.floor(node.value) - 1])) if (smaller < node.value && smaller >= 0) found.push({ path, into: [constant(smaller)], gain: 0.1 })
      }
      return
    case 'ExceptHandler':
      if (node.type?.nodeType === 'Tuple' && node.type.elts[0] !== undefined) found.push({ path: [...path, 'type'], into: [node.type.elts[0]], gain: 1 })
      return
    default:
  }
}

/** The body of a coroutine in the place of its call: where it does not return early. */
function inline(call: Node, path: Path, found: Edit[], functions: ReadonlyMap<string, Statement[]>): void {
  if (call.nodeType !== 'Call' || call.func.nodeType !== 'Name') return
  const body = functions.get(call.func.id)
  if (body === undefined) return
  const last = body.at(-1)
  const inlined = (last?.nodeType === 'Return' ? body.slice(0, -1) : body).filter(statement => statement.nodeType !== 'Global')
  // Not smaller, but it makes the function idle, which then goes.
  found.push({ path, count: 1, into: inlined, gain: 0.5 })
}

import { awaitable, dict, item, iterate, set, truthy, Tuple, yieldFrom } from '../runtime/index.ts'
import type { Expression, Of } from '../compiler/parse.ts'
import { addKeyword, callMember, callValue } from './call.ts'
import { suspendingComprehension } from './comprehension.ts'
import { addElement } from './elements.ts'
import { evaluate } from './expression.ts'
import type { Frame } from './frame.ts'
import { memberOf } from './member.ts'
import { binary, comparison, unary } from './operators.ts'
import type { Steps } from './steps.ts'

/** The value of an expression, which may wait. */
export function* value(f: Frame, node: Expression): Steps<unknown> {
  const { suspending } = f.program.outline
  if (!suspending.has(node)) return evaluate(f, node)
  switch (node.nodeType) {
    case 'Await': return yield* awaitable(suspending.has(node.value) ? yield* value(f, node.value) : evaluate(f, node.value))
    case 'Call': return yield* call(f, node)
    case 'Yield': return yield* yielded(f, node.value ? yield* value(f, node.value) : null)
    case 'YieldFrom': return yield* yieldFrom(yield* value(f, node.value))
    case 'Attribute': return memberOf(f.program, yield* value(f, node.value), node.attr)
    case 'List': return yield* elements(f, node.elts)
    case 'Tuple': return Tuple.from(yield* elements(f, node.elts))
    case 'Set': return set(yield* elements(f, node.elts))
    case 'Dict': return dict(yield* entries(f, node))
    case 'UnaryOp': return unary(node.op.nodeType, yield* value(f, node.operand))
    case 'BinOp': return binary(node.op.nodeType, yield* value(f, node.left), yield* value(f, node.right))
    case 'Compare': return yield* compared(f, node)
    case 'BoolOp': return yield* boolean(f, node)
    case 'IfExp': return yield* value(f, truthy(yield* value(f, node.test)) ? node.body : node.orelse)
    case 'Subscript': return item(yield* value(f, node.value), yield* value(f, node.slice))
    case 'ListComp': case 'SetComp': case 'DictComp': return yield* suspendingComprehension(f, node)
    default: throw new Error(`${node.nodeType} that waits is not interpreted`)
  }
}

function* call(f: Frame, node: Of<'Call'>): Steps<unknown> {
  const { func } = node
  const { suspending } = f.program.outline
  const from = func.nodeType === 'Attribute' ? func.value : func
  const owner = suspending.has(from) ? yield* value(f, from) : evaluate(f, from)
  const args: unknown[] = []
  // Not by `elements`: a generator for each argument, most of which do not wait, costs more than the call.
  for (const arg of node.args) {
    if (!suspending.has(arg)) addElement(f, args, arg)
    else if (arg.nodeType === 'Starred') args.push(...iterate(yield* value(f, arg.value)))
    else args.push(yield* value(f, arg))
  }
  let named: Record<string, unknown> | undefined
  for (const keyword of node.keywords) addKeyword((named ??= {}), keyword.arg, yield* value(f, keyword.value))
  return func.nodeType === 'Attribute' ? callMember(f, owner, func.attr, args, named) : callValue(f, owner, args, named)
}

/** `yield x`: in an asynchronous generator the implementation's way to emit a value. */
function* yielded(f: Frame, x: unknown): Steps<unknown> {
  if (!f.emits) return yield x
  const emit: unknown = Reflect.get(f.program.asyncio, 'emit')
  const emission: unknown = typeof emit === 'function' ? Reflect.apply(emit, undefined, [x]) : undefined
  if (!isSteps(emission)) throw new Error('the implementation has no emit()')
  return yield* emission
}

function isSteps(x: unknown): x is Iterable<unknown, unknown, unknown> {
  return typeof x === 'object' && x !== null && Symbol.iterator in x
}

function* elements(f: Frame, nodes: readonly Expression[]): Steps<unknown[]> {
  const values: unknown[] = []
  for (const node of nodes) {
    if (node.nodeType === 'Starred') values.push(...iterate(yield* value(f, node.value)))
    else values.push(yield* value(f, node))
  }
  return values
}

function* entries(f: Frame, node: Of<'Dict'>): Steps<unknown[]> {
  const found: unknown[] = []
  for (const [i, each] of node.values.entries()) {
    const key = node.keys[i]
    if (key === null || key === undefined) throw new Error('** in a dict is not interpreted')
    found.push([yield* value(f, key), yield* value(f, each)])
  }
  return found
}

function* boolean(f: Frame, node: Of<'BoolOp'>): Steps<unknown> {
  const isAnd = node.op.nodeType === 'And'
  let result: unknown = null
  for (const each of node.values) {
    result = yield* value(f, each)
    if (truthy(result) !== isAnd) return result
  }
  return result
}

function* compared(f: Frame, node: Of<'Compare'>): Steps<unknown> {
  let left = yield* value(f, node.left)
  let result: unknown = true
  for (const [i, op] of node.ops.entries()) {
    const comparator = node.comparators[i]
    if (comparator === undefined) break
    const right = yield* value(f, comparator)
    result = comparison(op.nodeType, left, right)
    if (!truthy(result)) return result
    left = right
  }
  return result
}

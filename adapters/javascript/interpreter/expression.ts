import { bytes, dict, Ellipsis, item, set, truthy, Tuple, typeName } from '../runtime/index.ts'
import { isBytes } from '../compiler/type.ts'
import type { Expression, Of } from '../compiler/parse.ts'
import { call } from './call.ts'
import { elements } from './elements.ts'
import { comprehension } from './comprehension.ts'
import type { Frame } from './frame.ts'
import { lambda } from './function.ts'
import { memberOf } from './member.ts'
import { binary, comparison, unary } from './operators.ts'
import { read } from './variable.ts'

/** The value of an expression that does not wait. */
export function evaluate(f: Frame, node: Expression): unknown {
  switch (node.nodeType) {
    case 'Constant': return constant(node)
    case 'Name': return read(f, node.id)
    case 'Call': return call(f, node)
    case 'Attribute': return attribute(f, node)
    case 'List': return elements(f, node.elts)
    case 'Tuple': return Tuple.from(elements(f, node.elts))
    case 'UnaryOp': return unary(node.op.nodeType, evaluate(f, node.operand))
    case 'BoolOp': return boolean(f, node)
    case 'Compare': return compared(f, node)
    case 'BinOp': return binary(node.op.nodeType, evaluate(f, node.left), evaluate(f, node.right))
    case 'IfExp': return evaluate(f, truthy(evaluate(f, node.test)) ? node.body : node.orelse)
    case 'Lambda': return lambda(f, node)
    case 'ListComp': case 'SetComp': case 'DictComp': case 'GeneratorExp': return comprehension(f, node)
    case 'Subscript': return item(evaluate(f, node.value), evaluate(f, node.slice))
    case 'Dict': return dict(node.values.map((value, i) => {
      const key = node.keys[i]
      if (key === null || key === undefined) throw new Error('** in a dict is not interpreted')
      return [evaluate(f, key), evaluate(f, value)]
    }))
    case 'Set': return set(elements(f, node.elts))
    default: throw new Error(`${node.nodeType} is not interpreted`)
  }
}

/** `x.name`; `type(x).__name__` is Python's, whatever the class is called in JavaScript. */
function attribute(f: Frame, node: Of<'Attribute'>): unknown {
  const { value, attr } = node
  if (attr === '__name__' && value.nodeType === 'Call' && value.func.nodeType === 'Name' && value.func.id === 'type' && value.args[0] !== undefined) return typeName(evaluate(f, value.args[0]))
  return memberOf(f.program, evaluate(f, value), attr)
}

/** `1`, `'a'`, `True`, `None`, `b'…'`, `...` */
function constant(node: Of<'Constant'>): unknown {
  const value: unknown = node.value
  if (typeof value !== 'string') return value ?? null
  if (isBytes(node)) return bytes(value)
  return node.quote_style === undefined && value === '...' ? Ellipsis : value
}

function boolean(f: Frame, node: Of<'BoolOp'>): unknown {
  const isAnd = node.op.nodeType === 'And'
  let value: unknown = null
  for (const each of node.values) {
    value = evaluate(f, each)
    if (truthy(value) !== isAnd) return value
  }
  return value
}

function compared(f: Frame, node: Of<'Compare'>): unknown {
  let left = evaluate(f, node.left)
  let result: unknown = true
  for (const [i, op] of node.ops.entries()) {
    const comparator = node.comparators[i]
    if (comparator === undefined) break
    const right = evaluate(f, comparator)
    result = comparison(op.nodeType, left, right)
    if (!truthy(result)) return result
    left = right
  }
  return result
}

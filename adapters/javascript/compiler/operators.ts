import { at, code, member, precedence, primary, type Code } from './code.ts'
import type { Compilation } from './compilation.ts'
import { containsOutsideFunctions } from './children.ts'
import type { Expression, Node, Of } from './parse.ts'
import { thunk } from './literal.ts'

const native: Readonly<Record<string, readonly [operator: string, binding: number]>> = {
  Add: ['+', precedence.additive], Sub: ['-', precedence.additive], Mult: ['*', precedence.multiplicative],
}
const helpers: Readonly<Record<string, string>> = {
  Add: 'add', Sub: 'sub', Mult: 'mul', Div: 'div', FloorDiv: 'floorDiv', Mod: 'mod', Pow: 'pow', LShift: 'shiftLeft', RShift: 'shiftRight',
  BitOr: 'bitOr', BitXor: 'bitXor', BitAnd: 'bitAnd', MatMult: 'matMul',
}

/** `a + b` and its like: JavaScript's operator where both sides are known, else the runtime's. */
export function binary(c: Compilation, node: Of<'BinOp'>): Code {
  return binaryOf(c, node.op.nodeType, node.left, node.right)
}

export function binaryOf(c: Compilation, op: string, leftNode: Expression, rightNode: Expression): Code {
  const [left, right] = [c.expression(leftNode), c.expression(rightNode)]
  const [leftType, rightType] = [c.type(leftNode), c.type(rightNode)]
  const numbers = leftType === 'number' && rightType === 'number'
  const operator = native[op]
  if (operator !== undefined && (numbers || (op === 'Add' && leftType === 'str' && rightType === 'str'))) {
    return code(`${at(left, operator[1])} ${operator[0]} ${at(right, operator[1] + 1)}`, operator[1])
  }
  if (numbers && rightNode.nodeType === 'Constant' && rightNode.value !== 0) {
    if (op === 'Div') return code(`${at(left, precedence.multiplicative)} / ${right.text}`, precedence.multiplicative)
    if (op === 'FloorDiv' && Number.isInteger(rightNode.value)) return member(`Math.floor(${at(left, precedence.multiplicative)} / ${right.text})`)
  }
  if (op === 'Mod' && leftType === 'str') return member(`${c.use('formatPercent')}(${left.text}, ${at(right, 1)})`)
  return member(`${c.use(helpers[op] ?? op)}(${at(left, 1)}, ${at(right, 1)})`)
}

const unaryHelpers = { USub: 'neg', UAdd: 'pos', Invert: 'bitNot' } as const

export function unary(c: Compilation, node: Of<'UnaryOp'>): Code {
  if (node.op.nodeType === 'Not') return code(`!${at(test(c, node.operand), precedence.unary)}`, precedence.unary)
  const operand = c.expression(node.operand)
  if (c.type(node.operand) === 'number' && node.op.nodeType !== 'Invert') {
    return node.op.nodeType === 'USub' ? code(`-${at(operand, precedence.member)}`, precedence.unary) : operand
  }
  return member(`${c.use(unaryHelpers[node.op.nodeType])}(${operand.text})`)
}

/** The expression as a JavaScript condition: true where Python's is. */
export function test(c: Compilation, node: Expression): Code {
  if (node.nodeType === 'BoolOp') {
    const [operator, binding] = node.op.nodeType === 'And' ? ['&&', precedence.and] : ['||', precedence.or]
    return code(node.values.map((value) => at(test(c, value), binding + 1)).join(` ${operator} `), binding)
  }
  if (node.nodeType === 'UnaryOp' && node.op.nodeType === 'Not') return unary(c, node)
  const value = c.expression(node)
  switch (c.type(node)) {
    case 'bool': case 'number': case 'str': case 'none': return value
    case 'list': return code(`${at(value, precedence.member)}.length > 0`, precedence.relational)
    case 'set': case 'dict': return code(`${at(value, precedence.member)}.size > 0`, precedence.relational)
    default: return member(`${c.use('truthy')}(${value.text})`)
  }
}

/** `a and b`, `a or b`, with the value Python gives them. */
export function boolean(c: Compilation, node: Of<'BoolOp'>): Code {
  const isAnd = node.op.nodeType === 'And'
  if (node.values.every((value) => c.type(value) === 'bool')) return test(c, node)
  const [last, ...before] = node.values.toReversed()
  if (last === undefined) return primary('null')
  let result = c.expression(last)
  for (const value of before) {
    const type = c.type(value)
    const left = c.expression(value)
    if (type === 'bool' || type === 'number' || type === 'str' || type === 'exception' || type.startsWith('instance:') && !hasTruth(c)) {
      const binding = isAnd ? precedence.and : precedence.or
      result = code(`${at(left, binding)} ${isAnd ? '&&' : '||'} ${at(result, binding + 1)}`, binding)
    } else if (suspends(node)) {
      const name = c.temporary('value')
      result = code(`${c.use('truthy')}(${name} = ${left.text}) ? ${isAnd ? at(result, 1) : name} : ${isAnd ? name : at(result, 1)}`, precedence.conditional)
    } else result = member(`${c.use(isAnd ? 'and' : 'or')}(${at(left, 1)}, ${thunk(result)})`)
  }
  return result
}

function hasTruth(c: Compilation): boolean {
  return c.methods.has('__bool__') || c.methods.has('__len__')
}

/** Whether the expression awaits or yields, and so cannot be put into a function of its own. */
export function suspends(node: Node): boolean {
  return isSuspension(node) || containsOutsideFunctions(node, isSuspension)
}

function isSuspension(node: Node): boolean {
  return node.nodeType === 'Await' || node.nodeType === 'Yield' || node.nodeType === 'YieldFrom' || (node.nodeType === 'Comprehension' && node.is_async === 1)
}

/** A chain of comparisons: `a < b < c` computes `b` once. */
export function compare(c: Compilation, node: Of<'Compare'>): Code {
  const parts: Code[] = []
  let left: Operand = { code: c.expression(node.left), type: c.type(node.left), node: node.left }
  for (const [i, op] of node.ops.entries()) {
    const rightNode = node.comparators[i]
    if (rightNode === undefined) break
    let right: Operand = { code: c.expression(rightNode), type: c.type(rightNode), node: rightNode }
    let again = right
    if (i < node.ops.length - 1 && rightNode.nodeType !== 'Name' && rightNode.nodeType !== 'Constant') {
      const name = c.temporary('middle')
      right = { ...right, code: code(`${name} = ${right.code.text}`, precedence.assignment) }
      again = { ...right, code: primary(name) }
    }
    parts.push(comparison(c, op.nodeType, left, right))
    left = again
  }
  if (parts.length === 1 && parts[0] !== undefined) return parts[0]
  return code(parts.map((part) => at(part, precedence.and + 1)).join(' && '), precedence.and)
}

interface Operand {
  readonly code: Code
  readonly type: string
  readonly node: Expression
}

const orders: Readonly<Record<string, readonly [operator: string, helper: string]>> = { Lt: ['<', 'lt'], LtE: ['<=', 'le'], Gt: ['>', 'gt'], GtE: ['>=', 'ge'] }
const identities = new Set(['number', 'str', 'bool'])

function comparison(c: Compilation, op: string, left: Operand, right: Operand): Code {
  const infix = (operator: string, binding: number) => code(`${at(left.code, binding + 1)} ${operator} ${at(right.code, binding + 1)}`, binding)
  const helper = (name: string) => member(`${c.use(name)}(${at(left.code, 1)}, ${at(right.code, 1)})`)
  switch (op) {
    case 'Eq': case 'NotEq': {
      const negated = op === 'NotEq'
      const simple = (left.type === right.type && identities.has(left.type)) || ((left.type === 'str' || right.type === 'str') && !c.methods.has('__eq__'))
      if (simple) return infix(negated ? '!==' : '===', precedence.equality)
      return helper(negated ? 'ne' : 'eq')
    }
    case 'Is': case 'IsNot': {
      const strict = op === 'Is' ? '===' : '!=='
      if (isNone(right.node) || isNone(left.node)) return infix(op === 'Is' ? '==' : '!=', precedence.equality)
      if (right.node.nodeType === 'Constant' || right.type.startsWith('asyncio:') || left.type.startsWith('asyncio:')) return infix(strict, precedence.equality)
      return op === 'Is' ? helper('is_') : code(`!${helper('is_').text}`, precedence.unary)
    }
    case 'In': return member(`${c.use('contains')}(${at(right.code, 1)}, ${at(left.code, 1)})`)
    case 'NotIn': return code(`!${c.use('contains')}(${at(right.code, 1)}, ${at(left.code, 1)})`, precedence.unary)
    default: {
      const [operator, name] = orders[op] ?? ['<', 'lt']
      return left.type === right.type && (left.type === 'number' || left.type === 'str') ? infix(operator, precedence.relational) : helper(name)
    }
  }
}

function isNone(node: Expression): boolean {
  return node.nodeType === 'Constant' && node.value === null
}

import { at, code, member, precedence, type Code } from './code.ts'
import { attribute } from './attribute.ts'
import { binary, boolean, compare, test, unary } from './operators.ts'
import { call } from './call.ts'
import type { Compilation } from './compilation.ts'
import { comprehension } from './comprehension.ts'
import { conditional, constant, dict, formatted, list, set, tuple } from './literal.ts'
import { iterable } from './spread.ts'
import { isWait } from './threads.ts'
import { wait } from './wait.ts'
import { lambda } from './lambda.ts'
import { name } from './name.ts'
import { refuse, type Expression, type Of } from './parse.ts'

/** Any expression. */
export function expression(c: Compilation, node: Expression): Code {
  switch (node.nodeType) {
    case 'Name': return name(c, node)
    case 'Constant': return constant(c, node)
    case 'Call': return call(c, node)
    case 'Attribute': return attribute(c, node)
    case 'Await': return awaited(c, node)
    case 'JoinedStr': return formatted(c, node)
    case 'BinOp': return binary(c, node)
    case 'UnaryOp': return unary(c, node)
    case 'BoolOp': return boolean(c, node)
    case 'Compare': return compare(c, node)
    case 'IfExp': return conditional(c, node, at(test(c, node.test), precedence.conditional + 1))
    case 'List': return list(c, node)
    case 'Tuple': return tuple(c, node)
    case 'Set': return set(c, node)
    case 'Dict': return dict(c, node)
    case 'ListComp': case 'SetComp': case 'DictComp': case 'GeneratorExp': return comprehension(c, node)
    case 'Subscript': return subscript(c, node)
    case 'Slice': return member(`new ${c.use('Slice')}(${bounds(c, node)})`)
    case 'Lambda': return lambda(c, node)
    case 'NamedExpr': return code(`${c.expression(node.target).text} = ${at(c.expression(node.value), 1)}`, precedence.assignment)
    case 'Yield': return yielded(c, node)
    case 'YieldFrom': return code(`yield* ${yieldSource(c, node)}`, precedence.assignment)
    case 'Starred': return refuse(node, 'SyntaxError: can\'t use starred expression here')
    case 'FormattedValue': case 'Interpolation': case 'TemplateStr': return refuse(node, 'template strings are outside the subset', 'write an f-string')
  }
}

/** `await x`: `yield* x` where x is known to be awaitable; else the runtime looks first. */
function awaited(c: Compilation, node: Of<'Await'>): Code {
  if (isWait(node) && node.value.nodeType === 'Call') return wait(c, node.value)
  const operand = c.expression(node.value)
  const known = isAwaitable(c, node.value)
  const text = known ? at(operand, precedence.assignment) : `${c.use(c.style === 'generator' ? 'awaitable' : 'promised')}(${operand.text})`
  return c.style === 'generator' ? code(`yield* ${text}`, precedence.assignment) : code(`await ${known ? at(operand, precedence.unary) : text}`, precedence.unary)
}

function isAwaitable(c: Compilation, node: Expression): boolean {
  const type = c.type(node)
  return type === 'awaitable' || type === 'asyncio:Task' || type === 'asyncio:Future'
}

function yielded(c: Compilation, node: Of<'Yield'>): Code {
  const value = node.value === undefined || node.value === null ? undefined : at(c.expression(node.value), precedence.assignment)
  if (c.frame.kind === 'asyncGenerator' && c.style === 'generator') return code(`yield* asyncio.emit(${value ?? 'null'})`, precedence.assignment)
  return code(value === undefined ? 'yield null' : `yield ${value}`, precedence.assignment)
}

function yieldSource(c: Compilation, node: Of<'YieldFrom'>): string {
  const { value } = node
  const isAwaitIterator = value.nodeType === 'Call' && value.func.nodeType === 'Attribute' && value.func.attr === '__await__'
  if (isAwaitIterator) return c.expression(value).text
  if (['list', 'tuple', 'range', 'str', 'generator'].includes(c.type(value))) return at(iterable(c, value), 1)
  return `${c.use('yieldFrom')}(${c.expression(value).text})`
}

function bounds(c: Compilation, node: Of<'Slice'>): string {
  const texts = [node.lower, node.upper, node.step].map((bound) => (bound === undefined || bound === null ? 'null' : at(c.expression(bound), 1)))
  while (texts.at(-1) === 'null') texts.pop()
  return texts.join(', ')
}

function subscript(c: Compilation, node: Of<'Subscript'>): Code {
  const value = at(c.expression(node.value), 1)
  if (node.slice.nodeType === 'Slice') {
    const rest = bounds(c, node.slice)
    return member(`${c.use('slice')}(${value}${rest === '' ? '' : `, ${rest}`})`)
  }
  return member(`${c.use('item')}(${value}, ${at(c.expression(node.slice), 1)})`)
}

import { at, code, precedence, quote, type Code } from './code.ts'
import { binaryOf } from './operators.ts'
import { bindingPattern } from './binding-pattern.ts'
import { camelCase } from '../runtime/camel-case.ts'
import type { Compilation } from './compilation.ts'
import { refuse, type Expression, type Node, type Of } from './parse.ts'

/** `a = b = value` */
export function assign(c: Compilation, node: Of<'Assign'>): string[] {
  const [target] = node.targets
  if (target !== undefined && node.targets.length === 1) return assignTo(c, target, c.expression(node.value), node, node.value)
  if (node.targets.every((each) => each.nodeType === 'Name' || each.nodeType === 'Attribute')) {
    const value = c.expression(node.value)
    return [`${node.targets.map((each) => `${place(c, each)} = `).join('')}${at(value, precedence.assignment)}`]
  }
  const kept = c.fresh('value')
  return [`const ${kept} = ${c.expression(node.value).text}`, ...node.targets.flatMap((each) => assignTo(c, each, code(kept, precedence.primary), node, node.value))]
}

function place(c: Compilation, node: Expression): string {
  return node.nodeType === 'Attribute' ? attributePlace(c, node) : c.expression(node).text
}

function attributePlace(c: Compilation, node: Of<'Attribute'>): string {
  return `${at(c.expression(node.value), precedence.member)}.${camelCase(node.attr)}`
}

/** `const ` or `let ` when this statement declares the name. */
export function declares(c: Compilation, node: Expression, statement: Node): string {
  if (node.nodeType !== 'Name') return ''
  const binding = c.analysis.variables.get(node)
  return binding?.declaration.statement === statement ? `${binding.declaration.keyword} ` : ''
}

/** Puts `value` into a target; `source` is the expression it came from, when there is one. */
export function assignTo(c: Compilation, target: Expression, value: Code, statement: Node, source?: Expression): string[] {
  switch (target.nodeType) {
    case 'Name': return [`${declares(c, target, statement)}${c.expression(target).text} = ${value.text}`]
    case 'Attribute': return [`${attributePlace(c, target)} = ${value.text}`]
    case 'Subscript': return [`${c.use('setItem')}(${c.expression(target.value).text}, ${at(c.expression(target.slice), 1)}, ${at(value, 1)})`]
    case 'Tuple': case 'List': return unpackTo(c, target, value, statement, source)
    default: return refuse(target, 'this target is outside the subset', 'assign to a name')
  }
}

function unpackTo(c: Compilation, target: Of<'Tuple'> | Of<'List'>, value: Code, statement: Node, source: Expression | undefined): string[] {
  const text = unpacked(c, target, value, source)
  if (target.elts.every(canDestructure)) {
    const names = [...namesIn(target)]
    const keyword = names[0] === undefined ? '' : declares(c, names[0], statement)
    return [`${keyword}${bindingPattern(c, target)} = ${text}`]
  }
  const kept = c.fresh('values')
  return [
    `const ${kept} = ${text}`,
    ...target.elts.flatMap((element, i) => {
      const of = element.nodeType === 'Starred' ? element.value : element
      return assignTo(c, of, code(`${kept}[${i}]`, precedence.member), statement)
    }),
  ]
}

function canDestructure(node: Expression): boolean {
  if (node.nodeType === 'Tuple' || node.nodeType === 'List') return node.elts.every(canDestructure)
  return node.nodeType === 'Name' || node.nodeType === 'Attribute'
}

function* namesIn(node: Expression): Generator<Of<'Name'>> {
  if (node.nodeType === 'Name') yield node
  else if (node.nodeType === 'Tuple' || node.nodeType === 'List') for (const element of node.elts) yield* namesIn(element)
  else if (node.nodeType === 'Starred') yield* namesIn(node.value)
}

/** The value as something that destructures to exactly the target's names. */
function unpacked(c: Compilation, target: Of<'Tuple'> | Of<'List'>, value: Code, source: Expression | undefined): string {
  const star = target.elts.findIndex((element) => element.nodeType === 'Starred')
  const count = target.elts.length
  if (source !== undefined && star === -1) {
    const isDisplay = (source.nodeType === 'Tuple' || source.nodeType === 'List') && source.elts.length === count && source.elts.every((element) => element.nodeType !== 'Starred')
    if (isDisplay) return `[${source.elts.map((element) => at(c.expression(element), 1)).join(', ')}]`
    if (givesExactly(c, source, count)) return value.text
  }
  return `${c.use('unpack')}(${at(value, 1)}, ${count}${star === -1 ? '' : `, ${star}`})`
}

/** `await gather(a, b)` gives two, `await wait(…)` always does. */
function givesExactly(c: Compilation, node: Expression, count: number): boolean {
  if (node.nodeType !== 'Await' || node.value.nodeType !== 'Call') return false
  const meaning = c.meaning(node.value.func)
  if (meaning?.kind !== 'asyncio') return false
  if (meaning.name === 'wait') return count === 2
  return meaning.name === 'gather' && node.value.args.length === count && node.value.args.every((arg) => arg.nodeType !== 'Starred')
}

const symbols: Readonly<Record<string, string>> = { Add: '+=', Sub: '-=', Mult: '*=' }
const inPlace: Readonly<Record<string, string>> = { Add: 'iadd', Sub: 'isub', Mult: 'imul', BitOr: 'ior', BitAnd: 'iand', BitXor: 'ixor' }

const others: Readonly<Record<string, string>> = { Div: 'div', FloorDiv: 'floorDiv', Mod: 'mod', Pow: 'pow', LShift: 'shiftLeft', RShift: 'shiftRight', MatMult: 'matMul' }

/** `a += b` */
export function augmented(c: Compilation, node: Of<'AugAssign'>): string[] {
  const lines = updated(c, node)
  return node.target.nodeType === 'Name' && c.unsure.updates.has(node.target) ? [`${c.use('assigned')}(${c.expression(node.target).text}, ${quote(node.target.id)})`, ...lines] : lines
}

function updated(c: Compilation, node: Of<'AugAssign'>): string[] {
  const { target } = node
  const op = node.op.nodeType
  const value = c.expression(node.value)
  if (target.nodeType === 'Subscript') {
    const helper = inPlace[op] ?? others[op] ?? 'add'
    return [`${c.use('updateItem')}(${c.expression(target.value).text}, ${at(c.expression(target.slice), 1)}, ${c.use(helper)}, ${at(value, 1)})`]
  }
  const left = place(c, target)
  const [leftType, rightType] = [c.type(target), c.type(node.value)]
  const symbol = symbols[op]
  const numbers = leftType === 'number' && rightType === 'number'
  if (symbol !== undefined && (numbers || (op === 'Add' && leftType === 'str' && rightType === 'str'))) return [`${left} ${symbol} ${at(value, 1)}`]
  const helper = inPlace[op]
  if (helper !== undefined && !numbers) return [`${left} = ${c.use(helper)}(${left}, ${at(value, 1)})`]
  return [`${left} = ${binaryOf(c, op, target, node.value).text}`]
}

import { assignTo, declares } from './assignment.ts'
import { at, block, code, indent, precedence, type Code } from './code.ts'
import { bindingPattern } from './binding-pattern.ts'
import type { Compilation } from './compilation.ts'
import { iterable } from './spread.ts'
import { test } from './operators.ts'
import { containsOutsideFunctions } from './children.ts'
import type { Expression, Of, Statement } from './parse.ts'

type Loop = Of<'For'> | Of<'AsyncFor'> | Of<'While'>

/** A loop; one with `else` stands in a block with a label, which its `break` leaves. */
export function loop(c: Compilation, node: Loop): string[] {
  const leaves = node.orelse.length > 0 && node.body.some((statement) => breaksOut(statement))
  const label = leaves ? c.fresh('search') : ''
  c.frame.breaks.push(label)
  const inner = c.statements(node.body)
  c.frame.breaks.pop()
  const lines = head(c, node, inner)
  const otherwise = c.statements(node.orelse)
  if (!leaves) return [...lines, ...otherwise]
  return [`${label}: {`, ...indent([...lines, ...otherwise]), '}']
}

/** Whether `break` in the statement leaves the loop around it. */
function breaksOut(statement: Statement): boolean {
  if (statement.nodeType === 'Break') return true
  if (statement.nodeType === 'For' || statement.nodeType === 'AsyncFor' || statement.nodeType === 'While') return statement.orelse.some(breaksOut)
  return containsOutsideFunctions(statement, (each) => each.nodeType === 'Break')
}

function head(c: Compilation, node: Loop, inner: string[]): string[] {
  switch (node.nodeType) {
    case 'While': return block(`while (${isTrue(node.test) ? 'true' : test(c, node.test).text})`, inner)
    case 'For': {
      const { variable, first } = target(c, node)
      return block(`for (${variable} of ${resumable(c, node, iterable(c, node.iter).text)})`, [...first, ...inner])
    }
    case 'AsyncFor': {
      const source = c.expression(node.iter)
      const each = c.fresh('each')
      const taken = assignTo(c, node.target, code(`${each}.value`, precedence.member), node)
      return block(asyncLoop(c, each, source), [...taken, ...inner])
    }
  }
}

/** The head of `async for`. `for await` would close an async generator when the loop is left, Python does not. */
export function asyncLoop(c: Compilation, each: string, source: Code): string {
  const [iterate, wait] = c.style === 'generator' ? ['asyncIterate', 'yield*'] : ['iteratePromised', 'await']
  return `for (const ${each} = ${c.use(iterate)}(${source.text}); ${wait} ${each}.next();)`
}

/** JavaScript closes an iterator whose loop is left; Python does not, which shows when the program goes on with it. */
function resumable(c: Compilation, node: Of<'For'>, text: string): string {
  const isKept = node.iter.nodeType === 'Name' && ['unknown', 'generator'].includes(c.type(node.iter))
  const isLeft = node.body.some((statement) => breaksOut(statement) || statement.nodeType === 'Return' || containsOutsideFunctions(statement, (each) => each.nodeType === 'Return'))
  return isKept && isLeft ? `${c.use('resumable')}(${at(c.expression(node.iter), 1)})` : text
}

function isTrue(node: Expression): boolean {
  return node.nodeType === 'Constant' && (node.value === true || node.value === 1)
}

function target(c: Compilation, node: Of<'For'> | Of<'AsyncFor'>): { variable: string; first: string[] } {
  if (node.target.nodeType === 'Name') return { variable: `${declares(c, node.target, node)}${c.expression(node.target).text}`, first: [] }
  const names = nestedNames(node.target)
  const [first] = names
  if (first !== undefined && node.target.nodeType === 'Tuple' && node.target.elts.every((element) => element.nodeType !== 'Starred') && knownPairs(c, node.iter)) {
    return { variable: `${declares(c, first, node)}${bindingPattern(c, node.target)}`, first: [] }
  }
  const each = c.fresh('each')
  return { variable: `const ${each}`, first: assignTo(c, node.target, code(each, precedence.primary), node) }
}

/** Builtins whose elements are tuples of the right length, most likely. */
function knownPairs(c: Compilation, node: Expression): boolean {
  if (node.nodeType === 'List' || node.nodeType === 'Tuple') return node.elts.every((element) => element.nodeType === 'Tuple')
  if (node.nodeType !== 'Call') return false
  if (node.func.nodeType === 'Attribute') return node.func.attr === 'items'
  const meaning = c.meaning(node.func)
  return meaning?.kind === 'builtin' && (meaning.name === 'enumerate' || meaning.name === 'zip')
}

function nestedNames(node: Expression): Of<'Name'>[] {
  if (node.nodeType === 'Name') return [node]
  if (node.nodeType === 'Tuple' || node.nodeType === 'List') return node.elts.flatMap(nestedNames)
  return node.nodeType === 'Starred' ? nestedNames(node.value) : []
}

import { arrowBody, at, block, member, precedence, primary, quote, type Code } from './code.ts'
import type { Compilation } from './compilation.ts'
import { nestedName } from './frame.ts'
import { asyncLoop } from './loop.ts'
import { suspends, test } from './operators.ts'
import { type ComprehensionNode, type Expression, type Node, type Of } from './parse.ts'
import { iterable } from './spread.ts'
import { bindingPattern } from './binding-pattern.ts'
import { variableName } from './names.ts'

/** A list, set or dict comprehension, or a generator expression. */
export function comprehension(c: Compilation, node: ComprehensionNode): Code {
  switch (node.nodeType) {
    case 'ListComp': return comprehensionArray(c, node, node.elt)
    case 'SetComp': return member(`${c.use('set')}(${at(comprehensionArray(c, node, node.elt), 1)})`)
    case 'DictComp': return member(`${c.use('dict')}(${at(comprehensionArray(c, node, pair(node)), 1)})`)
    case 'GeneratorExp': return generatorExpression(c, node)
  }
}

function pair(node: Of<'DictComp'>): Of<'List'> {
  return { nodeType: 'List', elts: [node.key, node.value], ctx: { nodeType: 'Load' }, lineno: node.lineno, col_offset: node.col_offset }
}

/** The elements of a comprehension as an array. */
export function comprehensionArray(c: Compilation, node: ComprehensionNode, element: Expression): Code {
  const [first] = node.generators
  if (first === undefined) return primary('[]')
  const inner: Node[] = [element, ...node.generators.flatMap((generator, i) => [...generator.ifs, ...(i === 0 ? [] : [generator.iter])])]
  const waits = inner.some(suspends) || node.generators.some((generator) => generator.is_async === 1)
  if (waits || captured(c, node).length > 0) return loopedArray(c, node, element, waits)
  return mapped(c, node.generators, element)
}

/** `xs.map(…)`, with conditions or further loops `xs.flatMap(…)`. */
function mapped(c: Compilation, generators: readonly Of<'Comprehension'>[], element: Expression): Code {
  const [generator, ...rest] = generators
  if (generator === undefined) return c.expression(element)
  const source = iterable(c, generator.iter)
  const known = c.type(generator.iter) === 'list' && generator.iter.nodeType !== 'List'
  const array = known || (source.text.startsWith('[') && generator.iter.nodeType === 'ListComp') || generator.iter.nodeType === 'List' ? at(source, precedence.member) : `[...${at(source, 1)}]`
  const target = bindingPattern(c, generator.target)
  const inner = rest.length > 0 ? mapped(c, rest, element) : c.expression(element)
  if (generator.ifs.length === 0) {
    if (rest.length === 0 && inner.text === target) return primary(`[...${at(source, 1)}]`)
    return member(`${array}.${rest.length > 0 ? 'flatMap' : 'map'}((${target}) => ${arrowBody(inner)})`)
  }
  const condition = generator.ifs.map((each) => at(test(c, each), precedence.and + 1)).join(' && ')
  return member(`${array}.flatMap((${target}) => ${condition} ? ${rest.length > 0 ? at(inner, 1) : `[${at(inner, 1)}]`} : [])`)
}

/** The variables of a comprehension that functions made in it see: Python has one for all elements. */
function captured(c: Compilation, node: ComprehensionNode): string[] {
  const bindings = [...c.analysis.scopes.get(node)?.bindings.values() ?? []]
  return bindings.some(({ appearances }) => appearances.some(({ captured }) => captured)) ? bindings.map(({ name }) => variableName(name)) : []
}

/** A comprehension that awaits, or whose variables outlive it: a loop in a function of its own, run at once. */
function loopedArray(c: Compilation, node: ComprehensionNode, element: Expression, waits: boolean): Code {
  const result = c.fresh('result')
  const lines = [`const ${result} = []`, ...loops(c, node, () => [`${result}.push(${at(c.expression(element), 1)})`]), `return ${result}`]
  if (!waits) return member(`(${c.text(block('() =>', lines))})()`)
  return c.style === 'generator'
    ? { text: `yield* ${c.immediate(c.text(block('function* ()', lines)))}`, precedence: precedence.assignment }
    : { text: `await (${c.text(block('async () =>', lines))})()`, precedence: precedence.unary }
}

function loops(c: Compilation, node: ComprehensionNode, body: () => string[]): string[] {
  const shared = captured(c, node)
  if (shared.length === 0) return nestedLoops(c, node.generators, 'const ', body)
  return [`let ${shared.join(', ')}`, ...nestedLoops(c, node.generators, '', body)]
}

function nestedLoops(c: Compilation, generators: readonly Of<'Comprehension'>[], keyword: string, body: () => string[]): string[] {
  const [generator, ...rest] = generators
  if (generator === undefined) return body()
  const inner = () => {
    const lines = nestedLoops(c, rest, keyword, body)
    return generator.ifs.length === 0 ? lines : block(`if (${generator.ifs.map((each) => at(test(c, each), precedence.and + 1)).join(' && ')})`, lines)
  }
  const target = bindingPattern(c, generator.target)
  if (generator.is_async !== 1) return block(`for (${keyword}${target} of ${iterable(c, generator.iter).text})`, inner())
  const each = c.fresh('each')
  return block(asyncLoop(c, each, c.expression(generator.iter)), [`${keyword}${target} = ${each}.value`, ...inner()])
}

function generatorExpression(c: Compilation, node: Of<'GeneratorExp'>): Code {
  if (node.generators.some((generator) => generator.is_async === 1) || suspends(node.elt)) {
    if (c.style === 'async') return member(c.immediate(c.text(block('async function* ()', loops(c, node, () => [`yield ${at(c.expression(node.elt), 1)}`])))))
    const lines = loops(c, node, () => [`yield* asyncio.emit(${at(c.expression(node.elt), 1)})`])
    return member(`asyncio.asyncGenerator(${c.text(block('function* ()', lines))}, ${quote(nestedName(c, '<genexpr>'))})()`)
  }
  const text = c.text(block('function* ()', loops(c, node, () => [`yield ${at(c.expression(node.elt), 1)}`])))
  return member(c.immediate(c.graphs ? `${c.later.naming(`${c.named}(`)}${text}${c.later.naming(`, ${quote(nestedName(c, '<genexpr>'))})`)}` : text))
}

import { arrowBody, at, code, member, precedence, primary, type Code } from './code.ts'
import { argument, keywords } from './arguments.ts'
import { builtinPositions, refusedBuiltins } from './builtins.ts'
import { comprehensionArray } from './comprehension.ts'
import type { Compilation } from './compilation.ts'
import { suspends, test } from './operators.ts'
import { refuse, type Expression, type Of } from './parse.ts'
import { iterable } from './spread.ts'
import { bindingPattern } from './binding-pattern.ts'

/** Builtins that use up an iterable whole: a generator expression for them may be an array. */
const consumers = new Set(['list', 'tuple', 'set', 'frozenset', 'sum', 'sorted', 'max', 'min', 'dict'])

/** A call of one of Python's builtin functions or types. */
export function builtinCall(c: Compilation, node: Of<'Call'>, name: string): Code {
  const hint = refusedBuiltins[name]
  if (hint !== undefined) refuse(node, `${name}() is outside the subset`, hint)
  const [first, second] = node.args
  const single = node.args.length === 1 && node.keywords.length === 0 && first?.nodeType !== 'Starred' ? first : undefined
  switch (name) {
    case 'list':
      if (node.args.length === 0) return primary('[]')
      if (single !== undefined) return primary(`[...${at(array(c, single) ?? iterable(c, single), precedence.assignment)}]`.replace(/^\[\.\.\.(\[.*\])\]$/, (all, inner: string) => (single.nodeType === 'GeneratorExp' && balanced(inner) ? inner : all)))
      break
    case 'len':
      if (single !== undefined) {
        const type = c.type(single)
        const length = type === 'list' || type === 'tuple' ? 'length' : type === 'set' || type === 'dict' ? 'size' : undefined
        if (length !== undefined) return member(`${at(c.expression(single), precedence.member)}.${length}`)
      }
      break
    case 'bool': if (single !== undefined) return member(`${c.use('truthy')}(${c.expression(single).text})`); break
    case 'any': case 'all': {
      const found = single?.nodeType === 'GeneratorExp' && !c.graphs ? quantifier(c, single, name) : undefined
      if (found !== undefined) return found
      break
    }
    case 'isinstance': if (first !== undefined && second !== undefined) return instanceTest(c, first, second); break
    case 'super': return refuse(node, 'super() alone is outside the subset', 'call a method of it')
    case 'type':
      if (single === undefined) return refuse(node, 'type() with three arguments is outside the subset', 'write class')
      break
    
    default:
  }
  return member(`${c.use(runtimeName(name))}(${builtinArguments(c, node, name).join(', ')})`)
}

function balanced(text: string): boolean {
  let depth = 0
  for (const [i, character] of [...text].entries()) {
    if (character === '[') depth++
    else if (character === ']') depth--
    if (depth === 0 && i < text.length - 1) return false
  }
  return true
}

/** The runtime's name of a builtin. */
export function runtimeName(name: string): string {
  return name === 'type' ? 'type_' : name === 'slice' ? 'makeSlice' : name
}

function builtinArguments(c: Compilation, node: Of<'Call'>, name: string): string[] {
  const consumes = consumers.has(name)
  const args: (string | undefined)[] = node.args.map((arg) => {
    const elements = consumes ? array(c, arg) : undefined
    return elements === undefined ? argument(c, arg) : at(elements, precedence.assignment)
  })
  if (node.keywords.length === 0) return args.map((text) => text ?? 'undefined')
  const places = builtinPositions[name] ?? {}
  for (const keyword of node.keywords) {
    const place = places[keyword.arg ?? '']
    if (place === undefined) continue
    while (args.length < place) args.push(undefined)
    args[place] = at(c.expression(keyword.value), precedence.assignment)
  }
  const rest = { ...node, keywords: node.keywords.filter((keyword) => places[keyword.arg ?? ''] === undefined) }
  const named = keywords(c, rest)
  return [...args.map((text) => text ?? 'undefined'), ...(named === undefined ? [] : [named])]
}

/** A generator expression as an array, where nobody sees that it is none. */
export function array(c: Compilation, node: Expression): Code | undefined {
  return node.nodeType === 'GeneratorExp' && !c.graphs ? comprehensionArray(c, node, node.elt) : undefined
}

function quantifier(c: Compilation, node: Of<'GeneratorExp'>, name: 'any' | 'all'): Code | undefined {
  const [generator] = node.generators
  if (generator === undefined || node.generators.length > 1 || generator.ifs.length > 0 || suspends(node)) return undefined
  const source = iterable(c, generator.iter)
  const target = bindingPattern(c, generator.target)
  const over = c.type(generator.iter) === 'list' ? at(source, precedence.member) : `[...${at(source, 1)}]`
  return member(`${over}.${name === 'any' ? 'some' : 'every'}((${target}) => ${arrowBody(test(c, node.elt))})`)
}

function instanceTest(c: Compilation, value: Expression, kind: Expression): Code {
  const meaning = kind.nodeType === 'Tuple' ? undefined : c.meaning(kind)
  if (meaning?.kind === 'class' || (meaning?.kind === 'asyncio' && !['Future', 'Task', 'AbstractEventLoop', 'AbstractServer'].includes(meaning.name)) || (meaning?.kind === 'exception' && c.type(value) === 'exception' && meaning.name === 'CancelledError')) {
    return code(`${at(c.expression(value), precedence.relational)} instanceof ${c.expression(kind).text}`, precedence.relational)
  }
  return member(`${c.use('isinstance')}(${at(c.expression(value), 1)}, ${c.expression(kind).text})`)
}

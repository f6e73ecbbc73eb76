import { at, precedence, quote } from './code.ts'
import type { Compilation } from './compilation.ts'
import type { Expression, FunctionNode, Of } from './parse.ts'
import { isIdentifier } from './names.ts'
import { spread } from './spread.ts'

/** What a callee takes, whoever it is. */
export interface Parameters {
  /** Names by position; those behind `required` have defaults. */
  readonly positional: readonly string[]
  readonly required: number
  /** How many of the positional ones cannot be given by name. */
  readonly positionalOnly: number
  readonly rest: boolean
  readonly options: readonly string[]
  readonly requiredOptions: readonly string[]
  /** Takes keywords of any name. */
  readonly anyOption: boolean
}

/** The parameters of a function of the program; those of a method without the first. */
export function parametersOf(node: FunctionNode | Of<'Lambda'>, skip = 0): Parameters {
  const { args } = node
  const positional = [...args.posonlyargs, ...args.args].map((arg) => arg.arg)
  return {
    positional: positional.slice(skip),
    required: Math.max(0, positional.length - args.defaults.length - skip),
    positionalOnly: Math.max(0, args.posonlyargs.length - skip),
    rest: args.vararg !== undefined && args.vararg !== null,
    options: args.kwonlyargs.map((arg) => arg.arg),
    requiredOptions: args.kwonlyargs.filter((_, i) => args.kw_defaults[i] === null || args.kw_defaults[i] === undefined).map((arg) => arg.arg),
    anyOption: args.kwarg !== undefined && args.kwarg !== null,
  }
}

/**
 * The arguments of a call in the order and form the callee takes them; undefined when they do not fit or cannot be told
 * before the program runs, and the runtime must do it.
 */
export function matchArguments(c: Compilation, node: Of<'Call'>, parameters: Parameters, optionName: (name: string) => string = (name) => name): string[] | undefined {
  const starred = node.args.some((arg) => arg.nodeType === 'Starred')
  if (node.keywords.length === 0 && !starred) return matchPositional(positional(c, node), parameters)
  if (node.keywords.some((keyword) => !keyword.arg)) return undefined
  const byPosition = node.keywords.filter((keyword) => parameters.positional.indexOf(keyword.arg ?? '') >= parameters.positionalOnly)
  const byName = node.keywords.filter((keyword) => !byPosition.includes(keyword))
  if (starred && (byPosition.length > 0 || (parameters.options.length > 0 && !parameters.rest) || (!parameters.rest && parameters.anyOption))) return undefined
  if (byName.some((keyword) => !parameters.options.includes(keyword.arg ?? '') && !parameters.anyOption)) return undefined
  const given: (string | undefined)[] = node.args.map((arg) => argument(c, arg))
  if (!starred && given.length > parameters.positional.length && !parameters.rest) return undefined
  for (const keyword of byPosition) {
    const index = parameters.positional.indexOf(keyword.arg ?? '')
    if (given[index] !== undefined) return undefined
    while (given.length < index) given.push(undefined)
    given[index] = at(c.expression(keyword.value), precedence.assignment)
  }
  if (!starred) {
    for (let i = 0; i < parameters.required; i++) if (given[i] === undefined) return undefined
    if (parameters.requiredOptions.some((name) => !byName.some((keyword) => keyword.arg === name))) return undefined
  }
  if (byName.length > 0) {
    if (!starred) while (given.length < parameters.positional.length) given.push(undefined)
    const entries = byName.map((keyword) => entry(optionName(keyword.arg ?? ''), at(c.expression(keyword.value), precedence.assignment)))
    given.push(`{ ${entries.join(', ')} }`)
  }
  return given.map((text) => text ?? 'undefined')
}

function matchPositional(given: string[], { positional, required, rest, requiredOptions }: Parameters): string[] | undefined {
  return (given.length > positional.length && !rest) || given.length < required || requiredOptions.length > 0 ? undefined : given
}

function entry(key: string, value: string): string {
  const name = isIdentifier(key) ? key : quote(key)
  return name === value ? name : `${name}: ${value}`
}

/** Whether a call has `*args` and nothing that would have to be matched by name. */
export function isPlainSpread(node: Of<'Call'>, parameters: Parameters): boolean {
  return node.keywords.length === 0 && parameters.options.length === 0 && !parameters.anyOption && node.args.some((arg) => arg.nodeType === 'Starred')
}

/** One positional argument. */
export function argument(c: Compilation, node: Expression): string {
  return node.nodeType === 'Starred' ? spread(c, node.value) : at(c.expression(node), precedence.assignment)
}

/** All positional arguments, `this`-like ones not counted. */
export function positional(c: Compilation, node: Of<'Call'>): string[] {
  return node.args.map((arg) => argument(c, arg))
}

/** The keywords of a call as one object literal, names as in Python; undefined when it has none. */
export function keywords(c: Compilation, node: Of<'Call'>, optionName: (name: string) => string = (name) => name): string | undefined {
  if (node.keywords.length === 0) return undefined
  const [only] = node.keywords
  if (node.keywords.length === 1 && only !== undefined && !only.arg) return unpackedKeywords(c, only.value)
  const entries = node.keywords.map((keyword) =>
    keyword.arg ? entry(optionName(keyword.arg), at(c.expression(keyword.value), precedence.assignment)) : `...${unpackedKeywords(c, keyword.value)}`,
  )
  return `{ ${entries.join(', ')} }`
}

/** `**mapping` as an object. */
function unpackedKeywords(c: Compilation, node: Expression): string {
  const binding = c.analysis.variables.get(node)
  const text = c.expression(node).text
  return binding !== undefined && c.passedOn.has(binding) ? text : `${c.use('keywords')}(${text})`
}

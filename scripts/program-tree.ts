import { parse } from '../adapters/javascript/compiler/parse.ts'

/** A node of a syntax tree in JSON: `nodeType`, then the fields of that class of CPython's `ast`. */
export interface TreeNode {
  readonly nodeType: string
  readonly [field: string]: unknown
}

/** Classes that the parser writes with a capital and CPython without. */
const lowercase: Readonly<Record<string, string>> = {
  Arg: 'arg', Arguments: 'arguments', Keyword: 'keyword', Alias: 'alias', Comprehension: 'comprehension', WithItem: 'withitem', MatchCase: 'match_case',
}

/** Where a node stands, and how a text was quoted: nothing that changes what a program means. */
const left: ReadonlySet<string> = new Set(['nodeType', 'lineno', 'col_offset', 'end_lineno', 'end_col_offset', 'quote_style', 'comments', 'type_comment', 'kind'])

/**
 * The syntax tree of a program as JSON: the classes and fields of CPython's `ast`, without places and without fields that are
 * None. A `Constant` has a `type` beside its `value`, for JSON knows no bytes and one kind of number. Throws for what is no Python.
 */
export function programTree(source: string): TreeNode {
  const lines = source.split('\n')
  return nodeOf(parse(source), lines)
}

function nodeOf(node: object, lines: readonly string[]): TreeNode {
  const name = String(Reflect.get(node, 'nodeType'))
  if (name === 'Constant') return { nodeType: name, ...constant(node, lines) }
  const fields = Object.entries(node).filter(([field, value]) => !left.has(field) && value !== undefined && value !== null)
  return { nodeType: lowercase[name] ?? name, ...(name === 'Module' ? { type_ignores: [] } : {}), ...Object.fromEntries(fields.map(([field, value]) => [field, fieldOf(value, lines)])) }
}

function fieldOf(value: unknown, lines: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(element => fieldOf(element, lines))
  return typeof value === 'object' && value !== null ? nodeOf(value, lines) : value
}

function constant(node: object, lines: readonly string[]): { readonly type: string, readonly value: unknown } {
  const value: unknown = Reflect.get(node, 'value')
  const quotes: unknown = Reflect.get(node, 'quote_style')
  switch (typeof value) {
    case 'number': return written(node, lines).match(/^0[xob]|^[\d_]+$/i) ? { type: 'int', value } : { type: 'float', value: Number.isFinite(value) ? value : 'inf' }
    case 'bigint': return { type: 'int', value: String(value) }
    case 'boolean': return { type: 'bool', value }
    case 'string':
      if (typeof quotes === 'string') return { type: /^[^'"]*b/i.test(quotes) ? 'bytes' : 'str', value }
      return value === '...' && written(node, lines) === '...' ? { type: 'ellipsis', value: null } : { type: 'str', value }
    default: return value === null || value === undefined ? { type: 'NoneType', value: null } : { type: 'complex', value: { ...value } }
  }
}

/** The text of a constant that stands in one line. */
function written(node: object, lines: readonly string[]): string {
  const place = (field: string) => Number(Reflect.get(node, field))
  return (lines[place('lineno') - 1] ?? '').slice(place('col_offset'), place('end_col_offset'))
}

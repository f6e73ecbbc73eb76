import { constant, isContext, isNode, parseTree, type Expression, type Statement } from './python-tree.ts'

/** What goes into a hole: an identifier, a number, an expression, or any number of statements or arguments. */
export type Filling = string | number | Expression | readonly (Expression | Statement)[]

type Fillings = readonly Filling[]

/** Makes a fresh copy of a piece of a template with its holes filled. */
type Maker = (fillings: Fillings) => unknown

/**
 * Python statements with holes, as a tree: parsed where it is written, once, and copied each time.
 *
 * A hole stands where an identifier may stand; on a line of its own it takes statements.
 */
export function statements(texts: TemplateStringsArray, ...fillings: Fillings): Statement[] {
  const made = templateOf(texts).statements(fillings)
  return Array.isArray(made) ? made : []
}

/** A Python expression with holes, as a tree. */
export function expression(texts: TemplateStringsArray, ...fillings: Fillings): Expression {
  const made = templateOf(texts).expression(fillings)
  if (!isNode(made)) throw new Error(`not an expression: ${texts.join('…')}`)
  // A copy of a parsed expression is one; its many kinds are not told apart here.
  return made as Expression
}

/** A Python text as a literal, to fill a hole with. */
export function text(value: string): Expression {
  return constant(value)
}

interface Template {
  readonly statements: Maker
  readonly expression: Maker
}

const templates = new WeakMap<TemplateStringsArray, Template>()

function templateOf(texts: TemplateStringsArray): Template {
  let template = templates.get(texts)
  if (template === undefined) {
    const { body } = parseTree(unindented(texts.reduce((all, piece, index) => `${all}_${index - 1}_${piece}`)))
    const [first] = body
    template = { statements: makerOf(body), expression: makerOf(first?.nodeType === 'Expr' ? first.value : undefined) }
    templates.set(texts, template)
  }
  return template
}

function unindented(source: string): string {
  const lines = source.split('\n').filter(line => line.trim() !== '')
  const margin = Math.min(...lines.map(line => line.length - line.trimStart().length))
  return `${lines.map(line => line.slice(margin)).join('\n')}\n`
}

/** The number of the hole that an identifier stands for. */
function holeIn(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const digits = /^_(\d+)_$/.exec(value)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** A function that writes the tree as one literal, which is by far the fastest way to copy it. */
function makerOf(value: unknown): Maker {
  const contexts: object[] = []
  const made: unknown = new Function('contexts', 'named', 'many', 'alone', `return fillings => (${literal(value, contexts)})`)(contexts, named, many, alone)
  if (!isMaker(made)) throw new Error('a template did not become a function')
  return made
}

function isMaker(value: unknown): value is Maker {
  return typeof value === 'function'
}

const places: ReadonlySet<string> = new Set(['nodeType', 'lineno', 'col_offset', 'end_lineno', 'end_col_offset'])

/** The JavaScript that makes a value; contexts are shared. */
function literal(value: unknown, contexts: object[]): string {
  if (Array.isArray(value)) return `[${value.map(element => elements(element, contexts)).join(', ')}]`
  const hole = holeIn(value)
  if (hole !== undefined) return `fillings[${hole}]`
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (!isNode(value)) return value === undefined ? 'undefined' : JSON.stringify(value)
  if (isContext(value)) return `contexts[${contexts.push(value) - 1}]`
  if (value.nodeType === 'Name') {
    const filled = holeIn(value.id)
    if (filled !== undefined) return `named(fillings[${filled}], ${literal(value.ctx, contexts)})`
  }
  const fields = Object.entries(value).filter(([key]) => !places.has(key)).map(([key, inner]) => `${key}: ${literal(inner, contexts)}, `)
  return `{ nodeType: ${JSON.stringify(value.nodeType)}, ${fields.join('')}lineno: 1, col_offset: 0 }`
}

/** An element of a list: where it is a hole, that may put many. */
function elements(element: unknown, contexts: object[]): string {
  const hole = isNode(element) && element.nodeType === 'Expr' && element.value.nodeType === 'Name' ? holeIn(element.value.id) : undefined
  if (hole !== undefined) return `...many(alone(fillings[${hole}]))`
  const text = literal(element, contexts)
  return /^(?:fillings|named)\b/.test(text) ? `...many(${text})` : text
}

/** What fills a hole where an expression stands. */
function named(filling: Filling | undefined, ctx: object): unknown {
  if (typeof filling === 'string') return { nodeType: 'Name', id: filling, ctx, lineno: 1, col_offset: 0 }
  return typeof filling === 'number' ? constant(filling) : filling
}

function many(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** What fills a hole where a statement stands. */
function alone(filling: Filling | undefined): unknown {
  if (typeof filling === 'object' && 'nodeType' in filling) return { nodeType: 'Expr', value: filling, lineno: 1, col_offset: 0 }
  return filling
}

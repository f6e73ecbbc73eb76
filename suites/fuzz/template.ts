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

function makerOf(value: unknown): Maker {
  if (Array.isArray(value)) return makerOfList(value)
  const hole = holeIn(value)
  if (hole !== undefined) return fillings => fillings[hole]
  if (!isNode(value) || isContext(value)) return () => value
  if (value.nodeType === 'Name') {
    const named = holeIn(value.id)
    if (named !== undefined) return fillings => filled(fillings[named], value.ctx)
  }
  return makerOfNode(value)
}

/** What fills a hole where an expression stands. */
function filled(filling: Filling | undefined, ctx: object): unknown {
  if (typeof filling === 'string') return { nodeType: 'Name', id: filling, ctx, lineno: 1, col_offset: 0 }
  return typeof filling === 'number' ? constant(filling) : filling
}

const places: ReadonlySet<string> = new Set(['nodeType', 'lineno', 'col_offset', 'end_lineno', 'end_col_offset'])

function makerOfNode(node: object): Maker {
  const fields = Object.entries(node).filter(([key]) => !places.has(key)).map(([key, value]) => [key, makerOf(value)] as const)
  const nodeType: unknown = Reflect.get(node, 'nodeType')
  return fillings => {
    const made: Record<string, unknown> = { nodeType }
    for (const [key, maker] of fields) made[key] = maker(fillings)
    made.lineno = 1
    made.col_offset = 0
    return made
  }
}

/** A list, into which a hole that is an element of its own may put many. */
function makerOfList(list: readonly unknown[]): Maker {
  const makers = list.map(element => {
    const alone = isNode(element) && element.nodeType === 'Expr' && element.value.nodeType === 'Name' ? holeIn(element.value.id) : undefined
    const one = alone === undefined ? makerOf(element) : undefined
    return one ?? ((fillings: Fillings) => alone === undefined ? undefined : asStatements(fillings[alone]))
  })
  return fillings => {
    const made: unknown[] = []
    for (const maker of makers) {
      const value = maker(fillings)
      if (Array.isArray(value)) made.push(...value)
      else made.push(value)
    }
    return made
  }
}

function asStatements(filling: Filling | undefined): unknown {
  if (typeof filling === 'object' && 'nodeType' in filling) return { nodeType: 'Expr', value: filling, lineno: 1, col_offset: 0 }
  return filling
}

import type { ComprehensionNode, Expression, Of } from '../compiler/parse.ts'
import { refusedAttributes, refusedNames } from './interpreted.ts'
import { beginFunction, endFunction, type Reading } from './reading.ts'

const chainWords: ReadonlySet<string> = new Set(['__context__', '__cause__', '__suppress_context__'])
const graphWords: ReadonlySet<string> = new Set(['capture_call_graph', 'format_call_graph', 'print_call_graph'])

export function readExpressions(r: Reading, nodes: readonly Expression[]): void {
  for (const node of nodes) readExpression(r, node)
}

export function readOptional(r: Reading, node: Expression | null | undefined): void {
  if (node) readExpression(r, node)
}

/** Reads what is always evaluated at once: targets, defaults, bases, the types of a clause. One that waits is left to the compiler. */
export function readAtOnce(r: Reading, node: Expression | null | undefined): void {
  if (!node) return
  readExpression(r, node)
  if (r.outline.suspending.has(node)) r.outline.isBeyond = true
}

/** Notes what an expression, or the target of an assignment, says of the program. */
export function readExpression(r: Reading, node: Expression): void {
  switch (node.nodeType) {
    case 'Constant':
      if (typeof node.value === 'bigint') r.outline.isBeyond = true
      return
    case 'Name':
      if (node.ctx.nodeType === 'Store') r.scope.locals.add(node.id)
      if (refusedNames.has(node.id)) r.outline.isBeyond = true
      return
    case 'Lambda': return lambda(r, node)
    default:
  }
  const outer = r.suspends
  r.suspends = false
  composed(r, node)
  if (r.suspends) r.outline.suspending.add(node)
  else r.suspends = outer
}

function composed(r: Reading, node: Expression): void {
  switch (node.nodeType) {
    case 'Call':
      readExpression(r, node.func)
      readExpressions(r, node.args)
      for (const keyword of node.keywords) readExpression(r, keyword.value)
      return
    case 'Attribute': return attribute(r, node)
    case 'Await':
      r.suspends = true
      return readExpression(r, node.value)
    case 'Yield': case 'YieldFrom':
      r.suspends = true
      r.scope.yields = true
      return readOptional(r, node.value)
    case 'List': case 'Tuple': case 'Set': return readExpressions(r, node.elts)
    case 'Starred': return readExpression(r, node.value)
    case 'UnaryOp': return readExpression(r, node.operand)
    case 'BoolOp': return readExpressions(r, node.values)
    case 'BinOp':
      readExpression(r, node.left)
      return readExpression(r, node.right)
    case 'Compare':
      readExpression(r, node.left)
      return readExpressions(r, node.comparators)
    case 'IfExp':
      readExpression(r, node.test)
      readExpression(r, node.body)
      return readExpression(r, node.orelse)
    case 'Subscript':
      if (node.slice.nodeType === 'Slice') r.outline.isBeyond = true
      readExpression(r, node.value)
      return readExpression(r, node.slice)
    case 'Dict':
      // No key: `**mapping`.
      if (node.keys.some((key) => !key)) r.outline.isBeyond = true
      for (const key of node.keys) readOptional(r, key)
      return readExpressions(r, node.values)
    case 'ListComp': case 'SetComp': case 'DictComp': case 'GeneratorExp': return comprehension(r, node)
    default: r.outline.isBeyond = true
  }
}

function attribute(r: Reading, node: Of<'Attribute'>): void {
  const { outline } = r
  const { attr } = node
  if (attr === 'set_task_factory') outline.makesTasks = true
  else if (chainWords.has(attr)) outline.chains = true
  else if (graphWords.has(attr)) outline.graphs = true
  else if (refusedAttributes.has(attr)) outline.isBeyond = true
  readExpression(r, node.value)
}

function lambda(r: Reading, node: Of<'Lambda'>): void {
  for (const value of [...node.args.defaults, ...node.args.kw_defaults]) readAtOnce(r, value)
  const outer = beginFunction(r, node)
  readExpression(r, node.body)
  if (r.scope.yields) r.outline.isBeyond = true
  endFunction(r, outer)
}

function comprehension(r: Reading, node: ComprehensionNode): void {
  const outer = r.scope
  r.scope = r.outline.open(node)
  for (const generator of node.generators) {
    if (generator.is_async === 1) r.suspends = true
    readExpression(r, generator.target)
    readExpression(r, generator.iter)
    readExpressions(r, generator.ifs)
  }
  if (node.nodeType === 'DictComp') readExpressions(r, [node.key, node.value])
  else readExpression(r, node.elt)
  if (node.nodeType === 'GeneratorExp' && r.suspends) r.outline.isBeyond = true
  r.scope = outer
}

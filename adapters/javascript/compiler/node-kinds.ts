import type { Expression, Node, Pattern } from './parse.ts'

const expressionKinds = new Set(
  ('BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Await Yield YieldFrom Compare Call ' +
    'FormattedValue Interpolation JoinedStr TemplateStr Constant Attribute Subscript Starred Name List Tuple Slice').split(' '),
)

/** Whether a node is an expression. */
export function isExpression(node: Node): node is Expression {
  return expressionKinds.has(node.nodeType)
}

/** Whether a node is a pattern of `match`. */
export function isPattern(node: Node): node is Pattern {
  return node.nodeType.startsWith('Match') && node.nodeType !== 'MatchCase' && node.nodeType !== 'Match'
}

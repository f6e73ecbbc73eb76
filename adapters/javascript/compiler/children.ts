import type { Node } from './parse.ts'

/** Looks at a node below another one; true ends the walk. */
export type Visit = (child: Node, parent: Node) => boolean

/** Whether `visit` gives true for a node directly below `node`, in source order of the fields; contexts and operators are none. */
export function someChild(node: Node, visit: Visit): boolean {
  switch (node.nodeType) {
    case 'Name': case 'Constant': return false
    case 'Module': return any(node.body, visit, node)
    case 'Expr': case 'Attribute': case 'Await': case 'YieldFrom': case 'Starred': case 'Keyword': case 'MatchValue': return visit(node.value, node)
    case 'Call': return visit(node.func, node) || any(node.args, visit, node) || any(node.keywords, visit, node)
    case 'Assign': return any(node.targets, visit, node) || visit(node.value, node)
    case 'AugAssign': case 'NamedExpr': return visit(node.target, node) || visit(node.value, node)
    case 'AnnAssign': return visit(node.target, node) || visit(node.annotation, node) || one(node.value, visit, node)
    case 'Return': case 'Yield': return one(node.value, visit, node)
    case 'Delete': return any(node.targets, visit, node)
    case 'FunctionDef': case 'AsyncFunctionDef': return visit(node.args, node) || any(node.body, visit, node) || any(node.decorator_list, visit, node) || one(node.returns, visit, node)
    case 'Lambda': return visit(node.args, node) || visit(node.body, node)
    case 'ClassDef': return any(node.bases, visit, node) || any(node.keywords, visit, node) || any(node.body, visit, node) || any(node.decorator_list, visit, node)
    case 'Arguments': return any(node.posonlyargs, visit, node) || any(node.args, visit, node) || one(node.vararg, visit, node) || any(node.kwonlyargs, visit, node) || any(node.kw_defaults, visit, node) || one(node.kwarg, visit, node) || any(node.defaults, visit, node)
    case 'Arg': return one(node.annotation, visit, node)
    case 'If': case 'While': return visit(node.test, node) || any(node.body, visit, node) || any(node.orelse, visit, node)
    case 'For': case 'AsyncFor': return visit(node.target, node) || visit(node.iter, node) || any(node.body, visit, node) || any(node.orelse, visit, node)
    case 'With': case 'AsyncWith': return any(node.items, visit, node) || any(node.body, visit, node)
    case 'WithItem': return visit(node.context_expr, node) || one(node.optional_vars, visit, node)
    case 'Raise': return one(node.exc, visit, node) || one(node.cause, visit, node)
    case 'Assert': return visit(node.test, node) || one(node.msg, visit, node)
    case 'Try': case 'TryStar': return any(node.body, visit, node) || any(node.handlers, visit, node) || any(node.orelse, visit, node) || any(node.finalbody, visit, node)
    case 'ExceptHandler': return one(node.type, visit, node) || any(node.body, visit, node)
    case 'Match': return visit(node.subject, node) || any(node.cases, visit, node)
    case 'MatchCase': return visit(node.pattern, node) || one(node.guard, visit, node) || any(node.body, visit, node)
    case 'MatchSequence': case 'MatchOr': return any(node.patterns, visit, node)
    case 'MatchMapping': return any(node.keys, visit, node) || any(node.patterns, visit, node)
    case 'MatchClass': return visit(node.cls, node) || any(node.patterns, visit, node) || any(node.kwd_patterns, visit, node)
    case 'MatchAs': return one(node.pattern, visit, node)
    case 'Import': case 'ImportFrom': return any(node.names, visit, node)
    case 'TypeAlias': return visit(node.name, node) || any(node.type_params, visit, node) || visit(node.value, node)
    case 'Subscript': return visit(node.value, node) || visit(node.slice, node)
    case 'Slice': return one(node.lower, visit, node) || one(node.upper, visit, node) || one(node.step, visit, node)
    case 'BinOp': return visit(node.left, node) || visit(node.right, node)
    case 'BoolOp': case 'JoinedStr': case 'TemplateStr': return any(node.values, visit, node)
    case 'UnaryOp': return visit(node.operand, node)
    case 'Compare': return visit(node.left, node) || any(node.comparators, visit, node)
    case 'IfExp': return visit(node.test, node) || visit(node.body, node) || visit(node.orelse, node)
    case 'List': case 'Tuple': case 'Set': return any(node.elts, visit, node)
    case 'Dict': return any(node.keys, visit, node) || any(node.values, visit, node)
    case 'FormattedValue': case 'Interpolation': return visit(node.value, node) || one(node.format_spec, visit, node)
    case 'ListComp': case 'SetComp': case 'GeneratorExp': return visit(node.elt, node) || any(node.generators, visit, node)
    case 'DictComp': return visit(node.key, node) || visit(node.value, node) || any(node.generators, visit, node)
    case 'Comprehension': return visit(node.target, node) || visit(node.iter, node) || any(node.ifs, visit, node)
    default: return false
  }
}

function one(child: Node | null | undefined, visit: Visit, parent: Node): boolean {
  return child !== undefined && child !== null && visit(child, parent)
}

function any(children: readonly (Node | null | undefined)[], visit: Visit, parent: Node): boolean {
  for (const child of children) if (one(child, visit, parent)) return true
  return false
}

/** Shows `visit` the nodes directly below `node`. */
export function eachChild(node: Node, visit: (child: Node, parent: Node) => void): void {
  someChild(node, (child, parent) => {
    visit(child, parent)
    return false
  })
}

/** Whether `test` holds for a node below `node`, functions and classes inside it left out. */
export function containsOutsideFunctions(node: Node, test: (node: Node) => boolean): boolean {
  const visit = (child: Node): boolean => test(child) || (!isScopeOfItsOwn(child) && someChild(child, visit))
  return someChild(node, visit)
}

function isScopeOfItsOwn(node: Node): boolean {
  return node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef' || node.nodeType === 'Lambda' || node.nodeType === 'ClassDef'
}

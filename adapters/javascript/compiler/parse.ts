import { parse as parsePython, type ASTNodeUnion, type ExprNode, type Module, type StmtNode } from 'py-ast'
import { CompileError } from './compile-error.ts'

/** A node of CPython's `ast`, as `py-ast` names it. This file is the only one that knows the parser. */
export type Node = ASTNodeUnion
export type Expression = ExprNode
export type Statement = StmtNode
export type Of<K extends Node['nodeType']> = Extract<Node, { nodeType: K }>
export type FunctionNode = Of<'FunctionDef'> | Of<'AsyncFunctionDef'>
export type ComprehensionNode = Of<'ListComp'> | Of<'SetComp'> | Of<'DictComp'> | Of<'GeneratorExp'>
export type Pattern = Of<'MatchCase'>['pattern']
export type { Module }

/** Parses a program. @throws CompileError with line and column */
export function parse(source: string): Module {
  try {
    return parsePython(source)
  } catch (error) {
    return parseRepaired(source) ?? failed(error)
  }
}

/** py-ast 1.16 wants a value between `yield` and `;`, and knows no `async for` in a dict comprehension. */
function parseRepaired(source: string): Module | undefined {
  const repaired = source.replaceAll(/\byield(?=[ \t]*;)/g, 'yield None').replaceAll(/(?<=\S[ \t]+)async for\b/g, '      for')
  if (repaired === source) return undefined
  try {
    const module = parsePython(repaired)
    restoreAsync(module, source.split('\n'))
    return module
  } catch {
    return undefined
  }
}

/** Marks the comprehensions that were asynchronous in the source; every column is where it was. */
function restoreAsync(node: Node, lines: readonly string[]): void {
  if (node.nodeType === 'Comprehension') {
    const { lineno, col_offset } = node.target
    if (/async\s+for\s*$/.test((lines[lineno - 1] ?? '').slice(0, col_offset))) node.is_async = 1
  }
  for (const child of children(node)) restoreAsync(child, lines)
}

function failed(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error)
  const [, what = message, line = '1', column = '0'] = /^(.*?)(?: at line (\d+)(?:, column (\d+))?)?$/s.exec(message) ?? []
  throw new CompileError(Number(line), Number(column) + 1, `SyntaxError: ${what}`)
}

/** Whether a value is the tree of a program. */
export function isModule(value: unknown): value is Module {
  return isNode(value) && value.nodeType === 'Module'
}

/** Refuses `node`: it is outside the subset. */
export function refuse(node: { readonly lineno?: number; readonly col_offset?: number }, what: string, hint?: string): never {
  throw new CompileError(node.lineno ?? 1, (node.col_offset ?? 0) + 1, what, hint)
}

const noChildren: readonly Node[] = []

/** The fields that hold nodes or lists of nodes, by type, in source order; of a type that is not here every field is looked at. */
const nodeFields = new Map<string, readonly string[]>(Object.entries({
  Name: '', Constant: '', Pass: '', Break: '', Continue: '', Global: '', Nonlocal: '', Alias: '', Comment: '',
  Module: 'body', Expr: 'value', Assign: 'targets value', AugAssign: 'target value', AnnAssign: 'target annotation value', Return: 'value', Delete: 'targets',
  FunctionDef: 'args body decorator_list returns', AsyncFunctionDef: 'args body decorator_list returns', Lambda: 'args body', ClassDef: 'bases keywords body decorator_list',
  Arguments: 'posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults', Arg: 'annotation', Keyword: 'value',
  If: 'test body orelse', While: 'test body orelse', For: 'target iter body orelse', AsyncFor: 'target iter body orelse',
  With: 'items body', AsyncWith: 'items body', WithItem: 'context_expr optional_vars', Raise: 'exc cause', Assert: 'test msg',
  Try: 'body handlers orelse finalbody', TryStar: 'body handlers orelse finalbody', ExceptHandler: 'type body',
  Await: 'value', Yield: 'value', YieldFrom: 'value', Call: 'func args keywords', Attribute: 'value', Subscript: 'value slice', Slice: 'lower upper step', Starred: 'value',
  BinOp: 'left right', BoolOp: 'values', UnaryOp: 'operand', Compare: 'left comparators', IfExp: 'test body orelse', NamedExpr: 'target value',
  List: 'elts', Tuple: 'elts', Set: 'elts', Dict: 'keys values', JoinedStr: 'values', FormattedValue: 'value format_spec',
  ListComp: 'elt generators', SetComp: 'elt generators', GeneratorExp: 'elt generators', DictComp: 'key value generators', Comprehension: 'target iter ifs',
}).map(([type, fields]) => [type, fields === '' ? [] : fields.split(' ')]))

/** The nodes directly below `node`, in source order of the fields; contexts and operators are none. */
export function children(node: Node): readonly Node[] {
  const fields = nodeFields.get(node.nodeType) ?? Object.keys(node)
  if (fields.length === 0) return noChildren
  const found: Node[] = []
  for (const field of fields) {
    const value: unknown = Reflect.get(node, field)
    if (Array.isArray(value)) {
      for (const element of value) if (isNode(element)) found.push(element)
    } else if (isNode(value)) found.push(value)
  }
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value
}

/** Whether `test` holds for a node below `node`, functions and classes inside it left out. */
export function containsOutsideFunctions(node: Node, test: (node: Node) => boolean): boolean {
  return children(node).some((child) => test(child) || (!isScopeOfItsOwn(child) && containsOutsideFunctions(child, test)))
}

function isScopeOfItsOwn(node: Node): boolean {
  return node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef' || node.nodeType === 'Lambda' || node.nodeType === 'ClassDef'
}

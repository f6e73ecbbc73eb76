import { parse as parsePython, type ASTNodeUnion, type ExprNode, type Module, type StmtNode } from 'py-ast'

/** A node of CPython's `ast`, as `py-ast` names it. This file and `python-text.ts` are the only ones of the fuzzer that know the package. */
export type Node = ASTNodeUnion
export type Statement = StmtNode
export type Expression = ExprNode
export type { Module }

/** The tree of a program's text. Throws for text that is no Python. */
export function parseTree(source: string): Module {
  return parsePython(source)
}

/** Whether a value is a node of the tree. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value
}

const contexts: ReadonlySet<string> = new Set(['Load', 'Store', 'Del'])

/** Whether a node is shared by others and says nothing: an expression's context. */
export function isContext(node: Node): boolean {
  return contexts.has(node.nodeType)
}

/** A module of these statements. */
export function moduleOf(body: Statement[]): Module {
  return { nodeType: 'Module', body, lineno: 1, col_offset: 0 }
}

/** A text, number, truth value or None as a node. */
export function constant(value: string | number | boolean | null): Expression {
  return typeof value === 'string' ? { nodeType: 'Constant', value, quote_style: '\'', lineno: 1, col_offset: 0 } : { nodeType: 'Constant', value, lineno: 1, col_offset: 0 }
}

import { parse as parsePython, type ASTNodeUnion, type ExprNode, type Module, type StmtNode } from 'py-ast'
import { eachChild } from './children.ts'
import { checkSource } from './check-source.ts'
import { CompileError } from './compile-error.ts'
import { isStackFull, tooDeep } from './too-deep.ts'

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
  checkSource(source)
  try {
    return parsePython(source)
  } catch (error) {
    if (isStackFull(error)) throw tooDeep(longestLine(source))
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
  eachChild(node, (child) => restoreAsync(child, lines))
}

/** What is too deep for the parser without brackets and blocks stands on one line. */
function longestLine(source: string): number {
  const lengths = source.split('\n').map((line) => line.length)
  return lengths.indexOf(lengths.reduce((a, b) => Math.max(a, b), 0)) + 1
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

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value
}

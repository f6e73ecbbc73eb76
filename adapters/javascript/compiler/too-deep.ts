import { eachChild } from './children.ts'
import { CompileError } from './compile-error.ts'
import type { Node } from './parse.ts'

/** Whether an error says that the stack is full. */
export function isStackFull(error: unknown): boolean {
  return error instanceof RangeError && error.message.startsWith('Maximum call stack')
}

/** What is said of a program whose line `line` is nested more deeply than the compiler's stack goes. */
export function tooDeep(line: number): CompileError {
  return new CompileError(line, 1, 'nested too deeply to be compiled', 'give parts of it names, or lines, of their own')
}

/** The line of what is nested most deeply in a tree; walks it without a stack. */
export function deepestLine(root: Node): number {
  const open = [{ node: root, depth: 0, line: 1 }]
  let deepest = { depth: 0, line: 1 }
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { depth } = place
    const line = 'lineno' in place.node ? place.node.lineno ?? place.line : place.line
    if (depth > deepest.depth) deepest = { depth, line }
    eachChild(place.node, (node) => void open.push({ node, depth: depth + 1, line }))
  }
  return deepest.line
}

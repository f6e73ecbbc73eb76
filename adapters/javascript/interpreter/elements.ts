import { iterate } from '../runtime/index.ts'
import type { Expression } from '../compiler/parse.ts'
import type { Frame } from './frame.ts'

/** The elements of a display, or positional arguments. */
export function elements(f: Frame, nodes: readonly Expression[]): unknown[] {
  const values: unknown[] = []
  for (const node of nodes) addElement(f, values, node)
  return values
}

/** Adds one, or those of `*xs`. */
export function addElement(f: Frame, values: unknown[], node: Expression): void {
  if (node.nodeType === 'Starred') values.push(...iterate(f.evaluate(node.value)))
  else values.push(f.evaluate(node))
}

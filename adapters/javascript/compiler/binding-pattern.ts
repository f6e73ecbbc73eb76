import type { Compilation } from './compilation.ts'
import { variableName } from './names.ts'
import { refuse, type Expression } from './parse.ts'

/** An assignment target as JavaScript's destructuring pattern; attributes may stand in it, subscripts may not. */
export function bindingPattern(c: Compilation, node: Expression): string {
  switch (node.nodeType) {
    case 'Name': return c.frames.length > 0 ? c.expression(node).text : variableName(node.id)
    case 'Tuple': case 'List': return `[${node.elts.map((element) => bindingPattern(c, element)).join(', ')}]`
    case 'Starred': return `...${bindingPattern(c, node.value)}`
    case 'Attribute': return c.expression(node).text
    default: return refuse(node, 'this target is outside the subset', 'assign to a name first')
  }
}

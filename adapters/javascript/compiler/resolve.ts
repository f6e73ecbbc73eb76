import { refuse, type Node } from './parse.ts'
import type { Binding, Block, Scope } from './scope.ts'

/** A name that was met, whose variable is not known yet. */
export interface Pending {
  readonly name: string
  readonly node: Node | undefined
  readonly block: Block
  readonly order: number
  readonly stores: boolean
  readonly statement: Node | undefined
}

/** Finds the variable that each name means, once all that bind one are known; notes in it where it appears. @throws CompileError for a `nonlocal` of nothing */
export function resolve(pending: readonly Pending[], scopes: Iterable<Scope>): Map<Node, Binding> {
  const variables = new Map<Node, Binding>()
  for (const { name, node, block, order, stores, statement } of pending) {
    const binding = block.scope.lookup(name)
    if (binding === undefined) continue
    if (node !== undefined) {
      variables.set(node, binding)
      if (!stores) binding.loads.push(node)
    }
    let place: Block | undefined = block
    let captured = false
    while (place !== undefined && place.scope !== binding.scope) {
      captured ||= place.scope.kind === 'function'
      place = place.scope.place
    }
    if (place !== undefined) binding.occurrences.push({ block: place, order, stores, captured, statement: captured ? undefined : statement })
    const hasValue = captured || binding.occurrences.some((occurrence) => occurrence.stores || occurrence.captured) || binding.sites.some((site) => site.kind === 'parameter')
    if (node !== undefined && !stores && !hasValue && place !== undefined && !insideLoop(place)) binding.early.add(node)
  }
  for (const scope of scopes) {
    for (const name of scope.nonlocals) {
      if (scope.lookup(name) === undefined) refuse({ lineno: 1, col_offset: 0, ...scope.node }, `SyntaxError: no binding for nonlocal '${name}' found`)
    }
  }
  return variables
}

function insideLoop(block: Block): boolean {
  for (let each: Block | undefined = block; each !== undefined; each = each.parent) if (each.loop) return true
  return false
}

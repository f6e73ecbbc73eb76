import { refuse, type Node } from './parse.ts'
import type { Appearance, Binding, Block, Scope } from './scope.ts'

/** The variables that names mean. */
export interface Resolved {
  readonly variables: ReadonlyMap<Node, Binding>
  /** The names that come before their variable can have a value. */
  readonly early: ReadonlySet<Node>
}

/** Finds the variable that each name means, once all that bind one are known; notes in it where it appears. @throws CompileError for a `nonlocal` of nothing */
export function resolve(appearances: readonly Appearance[], scopes: Iterable<Scope>): Resolved {
  const variables = new Map<Node, Binding>()
  const early = new Set<Node>()
  for (const appearance of appearances) {
    const { name, node, block, stores } = appearance
    const binding = block.scope.lookup(name)
    if (binding === undefined) continue
    placeIn(binding, appearance)
    binding.appearances.push(appearance)
    binding.mayHaveValue ||= stores || appearance.captured
    if (node === undefined) continue
    variables.set(node, binding)
    if (node.nodeType === 'Name' && node.ctx.nodeType === 'Del') binding.isDeleted = true
    if (stores) continue
    binding.loads.push(appearance)
    if (!binding.mayHaveValue && !appearance.place.loop) early.add(node)
  }
  for (const scope of scopes) {
    for (const name of scope.nonlocals) {
      if (scope.lookup(name) === undefined) refuse({ lineno: 1, col_offset: 0, ...scope.node }, `SyntaxError: no binding for nonlocal '${name}' found`)
    }
  }
  return { variables, early }
}

/** Finds the block of the owner's that an appearance stands in. */
function placeIn(owner: Binding, appearance: Appearance): void {
  let place: Block | undefined = appearance.block
  while (place !== undefined && place.scope !== owner.scope) {
    appearance.captured ||= place.scope.kind === 'function'
    place = place.scope.place
  }
  appearance.place = place ?? owner.scope.root
}

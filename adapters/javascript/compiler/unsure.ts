import { Flow, mayLackValue } from './flow.ts'
import type { Node } from './parse.ts'
import type { Binding, Scope } from './scope.ts'

/** Names that may be read before their variable has a value, because an exception, an empty loop or a `del` kept it from one. */
export interface Unsure {
  readonly reads: ReadonlySet<Node>
  readonly variables: ReadonlySet<Binding>
  /** Those of the reads that are in a function within. */
  readonly fromWithin: ReadonlySet<Node>
  /** The same of `x += 1`, which reads what it writes. */
  readonly updates: ReadonlySet<Node>
}

/** Looks at every function of a program; `variables` has the variable of each name, `scopes` the scope of each function. */
export function findUnsure(scopes: ReadonlyMap<Node, Scope>, variables: ReadonlyMap<Node, Binding>): Unsure {
  const reads = new Set<Node>()
  const updates = new Set<Node>()
  for (const [node, scope] of scopes) {
    if (node.nodeType !== 'FunctionDef' && node.nodeType !== 'AsyncFunctionDef') continue
    if ([...scope.bindings.values()].some(mayLackValue)) new Flow(scope, variables, reads, updates).function(node)
  }
  const unsure = new Set<Binding>()
  for (const read of [...reads, ...updates]) {
    const variable = variables.get(read)
    if (variable !== undefined) unsure.add(variable)
  }
  // A function within it may be called before, too.
  const fromWithin = new Set<Node>()
  for (const { loads, scope } of unsure) {
    for (const { node, block } of loads) if (node !== undefined && isWithin(block.scope, scope)) fromWithin.add(node)
  }
  return { reads: new Set([...reads, ...fromWithin]), variables: unsure, fromWithin, updates }
}

/** Whether it is a function or generator in one of `owner`'s; other comprehensions are part of the function that they stand in. */
function isWithin(scope: Scope, owner: Scope): boolean {
  if (scope === owner || scope.parent === undefined) return false
  return scope.kind !== 'comprehension' || scope.node.nodeType === 'GeneratorExp' || isWithin(scope.parent, owner)
}

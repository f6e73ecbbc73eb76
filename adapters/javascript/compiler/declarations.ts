import type { Binding, Block, Occurrence, Scope } from './scope.ts'
import type { Node } from './parse.ts'

/**
 * Decides where each variable of the program is declared.
 *
 * Python's variables live in the whole function. A JavaScript one is declared by the statement that first gives it a
 * value when every appearance is inside that statement's block; otherwise at the top of its function. A variable of a
 * loop that a closure captures goes to the top as well: Python's closures see its last value.
 */
export function decideDeclarations(scopes: Iterable<Scope>): void {
  const together = new Map<Node, Binding[]>()
  for (const scope of scopes) {
    for (const binding of scope.bindings.values()) {
      decide(binding)
      const { statement } = binding.declaration
      for (const occurrence of binding.occurrences) {
        if (occurrence.stores && occurrence.statement !== undefined) together.set(occurrence.statement, [...(together.get(occurrence.statement) ?? []), binding])
      }
      if (typeof statement === 'string') continue
    }
  }
  for (const [statement, bindings] of together) {
    if (bindings.length < 2 || statement.nodeType === 'Import' || statement.nodeType === 'ImportFrom' || isComprehension(statement)) continue
    if (bindings.some((binding) => binding.declaration.statement !== statement)) {
      for (const binding of bindings) if (binding.declaration.statement === statement) binding.declaration = { statement: 'top', keyword: 'let' }
    } else if (bindings.some((binding) => binding.declaration.keyword === 'let')) {
      for (const binding of bindings) binding.declaration = { statement, keyword: 'let' }
    }
  }
}

function isComprehension(node: Node): boolean {
  return node.nodeType === 'ListComp' || node.nodeType === 'SetComp' || node.nodeType === 'DictComp' || node.nodeType === 'GeneratorExp'
}

function decide(binding: Binding): void {
  const { occurrences, sites } = binding
  if (sites.some((site) => site.kind === 'parameter') || binding.scope.kind === 'class') {
    binding.declaration = { statement: 'given', keyword: 'let' }
    return
  }
  if (sites.length > 0 && sites.every((site) => site.kind === 'import')) {
    binding.declaration = { statement: 'given', keyword: 'const' }
    return
  }
  if (sites.length > 0 && sites.every((site) => site.kind === 'except') && insideTheirHandlers(occurrences)) {
    binding.declaration = { statement: 'catch', keyword: 'const' }
    return
  }
  const first = occurrences.find((occurrence) => !occurrence.captured)
  const common = occurrences.map((occurrence) => occurrence.block).reduce<Block | undefined>((a, b) => (a === undefined ? undefined : commonBlock(a, b)), occurrences[0]?.block)
  const statement = first?.statement
  if (first === undefined || !first.stores || statement === undefined || common !== first.block || statement.nodeType === 'ExceptHandler') return
  if (occurrences.some((occurrence) => occurrence.captured) && insideLoop(common)) return
  binding.declaration = { statement, keyword: occurrences.filter((occurrence) => occurrence.stores).length === 1 ? 'const' : 'let' }
}

function insideTheirHandlers(occurrences: readonly Occurrence[]): boolean {
  const handlers = new Set(occurrences.filter((occurrence) => occurrence.stores).map((occurrence) => occurrence.block))
  return occurrences.every((occurrence) => {
    for (let block: Block | undefined = occurrence.block; block !== undefined; block = block.parent) if (handlers.has(block)) return true
    return false
  })
}

function insideLoop(block: Block | undefined): boolean {
  for (let each = block; each !== undefined; each = each.parent) if (each.loop) return true
  return false
}

function commonBlock(a: Block, b: Block): Block | undefined {
  const above = new Set<Block>()
  for (let each: Block | undefined = a; each !== undefined; each = each.parent) above.add(each)
  for (let each: Block | undefined = b; each !== undefined; each = each.parent) if (above.has(each)) return each
  return undefined
}

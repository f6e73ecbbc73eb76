import { top, type Appearance, type Binding, type Block, type Scope } from './scope.ts'
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
      for (const { stores, statement, captured } of binding.appearances) {
        if (!stores || statement === undefined || captured || !mayBindSeveral(statement)) continue
        const others = together.get(statement)
        if (others === undefined) together.set(statement, [binding])
        else others.push(binding)
      }
    }
  }
  for (const [statement, bindings] of together) {
    if (bindings.length < 2) continue
    if (bindings.some((binding) => binding.declaration.statement !== statement)) {
      for (const binding of bindings) if (binding.declaration.statement === statement) binding.declaration = top
    } else if (bindings.some((binding) => binding.declaration.keyword === 'let')) {
      for (const binding of bindings) binding.declaration = { statement, keyword: 'let' }
    }
  }
}

/** Whether names of a statement are declared together. */
function mayBindSeveral({ nodeType }: Node): boolean {
  switch (nodeType) {
    case 'Import': case 'ImportFrom': case 'ListComp': case 'SetComp': case 'DictComp': case 'GeneratorExp': case 'FunctionDef': case 'AsyncFunctionDef': case 'ClassDef': return false
    default: return true
  }
}

function decide(binding: Binding): void {
  const { appearances, sites } = binding
  if (binding.scope.kind === 'class' || sites.some((site) => site.kind === 'parameter')) {
    binding.declaration = { statement: 'given', keyword: 'let' }
    return
  }
  if (sites.length > 0 && sites.every((site) => site.kind === 'import')) {
    binding.declaration = { statement: 'given', keyword: 'const' }
    return
  }
  if (sites.length > 0 && sites.every((site) => site.kind === 'except') && insideTheirHandlers(appearances)) {
    binding.declaration = { statement: 'catch', keyword: 'const' }
    return
  }
  let first: Appearance | undefined
  let common: Block | undefined = appearances[0]?.place
  let stores = 0
  let isCaptured = false
  for (const each of appearances) {
    if (each.captured) isCaptured = true
    else first ??= each
    if (each.stores) stores++
    common = commonBlock(common, each.place)
  }
  const statement = first?.statement
  if (first === undefined || !first.stores || statement === undefined || common !== first.place || statement.nodeType === 'ExceptHandler') return
  if (isCaptured && common.loop) return
  binding.declaration = { statement, keyword: stores === 1 && !binding.isDeleted ? 'const' : 'let' }
}

function insideTheirHandlers(appearances: readonly Appearance[]): boolean {
  const handlers = new Set<Block>()
  for (const { stores, place } of appearances) if (stores) handlers.add(place)
  return appearances.every(({ place }) => {
    for (let block: Block | undefined = place; block !== undefined; block = block.parent) if (handlers.has(block)) return true
    return false
  })
}

/** The innermost block around two of one scope. */
function commonBlock(a: Block | undefined, b: Block | undefined): Block | undefined {
  while (a !== b && a !== undefined && b !== undefined) {
    if (a.depth >= b.depth) a = a.parent
    else b = b.parent
  }
  return a
}

import { isNode, type Expression, type Module, type Statement } from '../python-tree.ts'
import type { Edit, Path } from './edit.ts'

/** `x = f()` of which `x` is read once, later in the same block: `f()` stands there instead. */
export function aliasesOf(tree: Module): Edit[] {
  const found: Edit[] = []
  visit(tree, [], (block, path) => {
    for (const [index, statement] of block.entries()) {
      const alias = aliasIn(statement)
      if (alias === undefined) continue
      const rest = block.slice(index + 1)
      const uses = usesOf(alias.name, rest)
      const [use] = uses
      if (use === undefined || uses.length > 1) continue
      const inlined = replacedAt(rest, use, alias.value)
      if (Array.isArray(inlined)) found.push({ path: [...path, index], count: rest.length + 1, into: inlined, gain: 1 })
    }
  })
  return found
}

function aliasIn(statement: Statement): { readonly name: string, readonly value: Expression } | undefined {
  if (statement.nodeType !== 'Assign' || statement.targets.length !== 1) return undefined
  const [target] = statement.targets
  return target?.nodeType === 'Name' ? { name: target.id, value: statement.value } : undefined
}

/** Calls `action` for every block of statements. */
function visit(value: unknown, path: Path, action: (block: readonly Statement[], path: Path) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    const field: unknown = Reflect.get(value, key)
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (isBlock(key, field)) action(field, here)
    visit(field, here, action)
  }
}

const blocks: ReadonlySet<string> = new Set(['body', 'orelse', 'finalbody'])

function isBlock(key: string, field: unknown): field is readonly Statement[] {
  return blocks.has(key) && Array.isArray(field)
}

/** Where a name is mentioned. */
function usesOf(name: string, value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  if (isNode(value) && value.nodeType === 'Name') return value.id === name ? [path] : []
  return Object.keys(value).flatMap(key => usesOf(name, Reflect.get(value, key), [...path, Array.isArray(value) ? Number(key) : key]))
}

/** A copy of a tree with `by` at a path. */
function replacedAt(value: unknown, path: Path, by: Expression): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by
  if (Array.isArray(value) && typeof key === 'number') return value.with(key, replacedAt(value[key], rest, by))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [key]: replacedAt(Reflect.get(value, key), rest, by) }
}

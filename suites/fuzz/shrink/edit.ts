import { isNode, type Module } from '../python-tree.ts'

/** A place in a tree: fields and indices from the root on. */
export type Path = readonly (string | number)[]

/** One way to make a tree smaller: puts `into` in the place of `count` elements of a list, or of one field. */
export interface Edit {
  readonly path: Path
  /** The list's elements from `path`'s index on that are replaced; absent: `path` is a field. */
  readonly count?: number
  readonly into: readonly unknown[]
  /** About how much smaller the tree gets. */
  readonly gain: number
}

/** A copy of the tree with the edit made; what is not changed is shared. */
export function edited(tree: Module, edit: Edit): Module {
  const made = editedAt(tree, edit, 0)
  if (!isNode(made) || made.nodeType !== 'Module') throw new Error('an edit made the module something else')
  return made
}

function editedAt(value: unknown, edit: Edit, depth: number): unknown {
  const { path, count, into } = edit
  const key = path[depth]
  if (key === undefined) return into[0]
  if (Array.isArray(value) && typeof key === 'number') {
    if (count !== undefined && depth === path.length - 1) return [...value.slice(0, key), ...into, ...value.slice(key + count)]
    return value.with(key, editedAt(value[key], edit, depth + 1))
  }
  if (typeof value !== 'object' || value === null) throw new Error(`nothing is at ${path.join('.')}`)
  return { ...value, [key]: editedAt(Reflect.get(value, key), edit, depth + 1) }
}

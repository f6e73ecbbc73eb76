import { isNode } from '../python-tree.ts'

/** The number of nodes of a value. */
export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, element: unknown) => sum + sizeOf(element), 0)
  if (!isNode(value)) return 0
  let size = 1
  for (const key in value) {
    const field: unknown = Reflect.get(value, key)
    if (typeof field === 'object' && field !== null) size += sizeOf(field)
  }
  return size
}

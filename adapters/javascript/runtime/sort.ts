import { callValue } from './callable.ts'
import { lt } from './compare.ts'
import type { Options } from './options.ts'
import { truthy } from './truth.ts'

/** Sorts in place as Python's `list.sort(key=…, reverse=…)`: stable, also when reversed, by `<` alone. */
export function sortInPlace(list: unknown[], { key, reverse }: Options): void {
  const decorated = list.map((element) => ({ element, rank: key === undefined || key === null ? element : callValue(key, element) }))
  const backwards = truthy(reverse)
  // The second operand comes first, as in CPython's sort: messages of TypeError name the types in that order.
  decorated.sort(backwards ? (a, b) => (lt(b.rank, a.rank) ? -1 : Number(lt(a.rank, b.rank))) : (a, b) => (lt(a.rank, b.rank) ? -1 : Number(lt(b.rank, a.rank))))
  for (const [index, { element }] of decorated.entries()) list[index] = element
}

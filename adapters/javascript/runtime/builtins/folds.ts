import { add } from '../arithmetic.ts'
import { callValue } from '../callable.ts'
import { gt, lt } from '../compare.ts'
import { iterate } from '../iterate.ts'
import { options } from '../options.ts'
import { raise } from '../raise.ts'
import { sortInPlace } from '../sort.ts'
import { truthy } from '../truth.ts'

/** Python's `sorted(iterable, key=…, reverse=…)`. */
export function sorted(x: unknown, ...rest: readonly unknown[]): unknown[] {
  const [, keywords] = options(rest)
  const list = [...iterate(x)]
  sortInPlace(list, keywords)
  return list
}

function extreme(name: 'min' | 'max', args: readonly unknown[]): unknown {
  const [positional, keywords] = options(args)
  if (positional.length === 0) raise('TypeError', `${name} expected at least 1 argument, got 0`)
  const better = name === 'min' ? lt : gt
  const { key } = keywords
  const rank = (element: unknown): unknown => (key === undefined || key === null ? element : callValue(key, element))
  let best: { readonly element: unknown; readonly rank: unknown } | undefined
  for (const element of positional.length === 1 ? iterate(positional[0]) : positional) {
    const candidate = { element, rank: rank(element) }
    if (best === undefined || better(candidate.rank, best.rank)) best = candidate
  }
  if (best !== undefined) return best.element
  return 'default' in keywords ? keywords['default'] : raise('ValueError', `${name}() iterable argument is empty`)
}

/** Python's `min(iterable, key=…, default=…)`, `min(a, b, …)`. */
export function min(...args: readonly unknown[]): unknown {
  return extreme('min', args)
}

/** Python's `max(iterable, key=…, default=…)`, `max(a, b, …)`. */
export function max(...args: readonly unknown[]): unknown {
  return extreme('max', args)
}

/** Python's `sum(iterable, start)`. Floats are added with CPython's compensation, so that `sum([0.1] * 10)` is 1. */
export function sum(x: unknown, ...rest: readonly unknown[]): unknown {
  const [[start], keywords] = options(rest)
  let total: unknown = start ?? keywords['start'] ?? 0
  if (typeof total === 'string') raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]")
  let compensation = 0
  for (const element of iterate(x)) {
    if (typeof total === 'number' && typeof element === 'number') {
      const next = total + element
      compensation += Math.abs(total) >= Math.abs(element) ? total - next + element : element - next + total
      total = next
    } else total = add(total, element)
  }
  return typeof total === 'number' && Number.isFinite(compensation) ? total + compensation : total
}

/** Python's `any(iterable)`. */
export function any(x: unknown): boolean {
  for (const element of iterate(x)) if (truthy(element)) return true
  return false
}

/** Python's `all(iterable)`. */
export function all(x: unknown): boolean {
  for (const element of iterate(x)) if (!truthy(element)) return false
  return true
}

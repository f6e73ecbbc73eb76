import { FrozenSet, isSubset, PySet } from './set.ts'
import { iterate } from './iterate.ts'
import { raise } from './raise.ts'

type SetMethod = (set: Set<unknown>, ...args: unknown[]) => unknown

/** Python's `set(iterable)` without its checks of the number of arguments. */
export function setOf(elements: Iterable<unknown>, like?: ReadonlySet<unknown>): PySet {
  const made = like instanceof FrozenSet ? new FrozenSet() : new PySet()
  for (const element of elements) made.add(element)
  return made
}

function asSet(x: unknown): Set<unknown> {
  return x instanceof Set ? x : setOf(iterate(x))
}

function intersection(set: ReadonlySet<unknown>, others: readonly unknown[]): PySet {
  const sets = others.map(asSet)
  return setOf([...set].filter((element) => sets.every((other) => other.has(element))), set)
}

function difference(set: ReadonlySet<unknown>, others: readonly unknown[]): PySet {
  const sets = others.map(asSet)
  return setOf([...set].filter((element) => !sets.some((other) => other.has(element))), set)
}

function symmetricDifference(set: ReadonlySet<unknown>, other: unknown): PySet {
  const second = asSet(other)
  return setOf([...[...set].filter((element) => !second.has(element)), ...[...second].filter((element) => !set.has(element))], set)
}

function replace(set: Set<unknown>, elements: Iterable<unknown>): null {
  const kept = [...elements]
  set.clear()
  for (const element of kept) set.add(element)
  return null
}

/** Python's methods of `set` and `frozenset`; `self` comes first. */
export const setMethods: Readonly<Record<string, SetMethod>> = {
  add(set, element) {
    set.add(element)
    return null
  },
  discard(set, element) {
    set.delete(element)
    return null
  },
  remove: (set, element) => (set.delete(element) ? null : raise('KeyError', element)),
  pop(set) {
    for (const element of set) {
      set.delete(element)
      return element
    }
    return raise('KeyError', 'pop from an empty set')
  },
  clear(set) {
    set.clear()
    return null
  },
  copy: (set) => setOf(set, set),
  union: (set, ...others) => setOf([...set, ...others.flatMap((other) => [...iterate(other)])], set),
  intersection: (set, ...others) => intersection(set, others),
  difference: (set, ...others) => difference(set, others),
  symmetric_difference: (set, other) => symmetricDifference(set, other),
  update: (set, ...others) => replace(set, [...set, ...others.flatMap((other) => [...iterate(other)])]),
  intersection_update: (set, ...others) => replace(set, intersection(set, others)),
  difference_update: (set, ...others) => replace(set, difference(set, others)),
  symmetric_difference_update: (set, other) => replace(set, symmetricDifference(set, other)),
  issubset: (set, other) => isSubset(set, asSet(other)),
  issuperset: (set, other) => isSubset(asSet(other), set),
  isdisjoint: (set, other) => ![...iterate(other)].some((element) => set.has(element)),
}

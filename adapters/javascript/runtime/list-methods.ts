import { eq } from './equality.ts'
import { iterate } from './iterate.ts'
import { isOptions } from './options.ts'
import { raise } from './raise.ts'
import { sortInPlace } from './sort.ts'

type ListMethod = (list: unknown[], ...args: unknown[]) => unknown

function indexOf(list: readonly unknown[], value: unknown, start: unknown = 0, stop: unknown = list.length): number {
  const from = Number(start) < 0 ? Math.max(0, Number(start) + list.length) : Number(start)
  const to = Number(stop) < 0 ? Number(stop) + list.length : Number(stop)
  return list.findIndex((element, index) => index >= from && index < to && eq(element, value))
}

/** Python's methods of `list`; `self` comes first. */
export const listMethods: Readonly<Record<string, ListMethod>> = {
  append(list, value) {
    list.push(value)
    return null
  },
  extend(list, values) {
    list.push(...iterate(values))
    return null
  },
  insert(list, index, value) {
    list.splice(Number(index), 0, value)
    return null
  },
  pop(list, index = -1) {
    if (list.length === 0) raise('IndexError', 'pop from empty list')
    const at = Number(index) < 0 ? Number(index) + list.length : Number(index)
    if (at < 0 || at >= list.length) raise('IndexError', 'pop index out of range')
    return list.splice(at, 1)[0]
  },
  remove(list, value) {
    const at = indexOf(list, value)
    if (at === -1) raise('ValueError', 'list.remove(x): x not in list')
    list.splice(at, 1)
    return null
  },
  clear(list) {
    list.length = 0
    return null
  },
  copy: (list) => [...list],
  index(list, value, start, stop) {
    const at = indexOf(list, value, start, stop)
    return at === -1 ? raise('ValueError', 'list.index(x): x not in list') : at
  },
  count: (list, value) => list.filter((element) => eq(element, value)).length,
  reverse(list) {
    list.reverse()
    return null
  },
  sort(list, keywords) {
    sortInPlace(list, isOptions(keywords) ? keywords : {})
    return null
  },
}

/** Python's methods of `tuple`. */
export const tupleMethods: Readonly<Record<string, ListMethod>> = {
  index(list, value, start, stop) {
    const at = indexOf(list, value, start, stop)
    return at === -1 ? raise('ValueError', 'tuple.index(x): x not in tuple') : at
  },
  count: (list, value) => list.filter((element) => eq(element, value)).length,
}

import { Dict } from './dict.ts'
import { DictView } from './dict-view.ts'
import { iterate } from './iterate.ts'
import { options, type Options } from './options.ts'
import { raise } from './raise.ts'
import { Tuple } from './tuple.ts'

type DictMethod = (dict: Map<unknown, unknown>, ...args: unknown[]) => unknown

/**
 * Puts into `dict` what Python's `dict.update(source, **keywords)` would: a mapping or pairs.
 *
 * @throws ValueError `dictionary update sequence element #0 has length 3; 2 is required`
 */
export function updateDict(dict: Map<unknown, unknown>, source: unknown, keywords: Options): void {
  if (source instanceof Map) for (const [key, value] of source) dict.set(key, value)
  else if (source !== undefined) {
    let index = 0
    for (const pair of iterate(source)) {
      if (!Array.isArray(pair) && typeof pair !== 'string') raise('TypeError', 'object is not iterable')
      const values: unknown[] = [...pair]
      if (values.length !== 2) raise('ValueError', `dictionary update sequence element #${index} has length ${values.length}; 2 is required`)
      dict.set(values[0], values[1])
      index++
    }
  }
  for (const [key, value] of Object.entries(keywords)) dict.set(key, value)
}

/** Python's methods of `dict`; `self` comes first. */
export const dictMethods: Readonly<Record<string, DictMethod>> = {
  get: (dict, key, otherwise = null) => (dict.has(key) ? dict.get(key) : otherwise),
  keys: (dict) => new DictView(dict, 'keys'),
  values: (dict) => new DictView(dict, 'values'),
  items: (dict) => new DictView(dict, 'items'),
  pop(dict, key, ...otherwise) {
    if (!dict.has(key)) return otherwise.length > 0 ? otherwise[0] : raise('KeyError', key)
    const value = dict.get(key)
    dict.delete(key)
    return value
  },
  popitem(dict) {
    const last = [...dict].at(-1)
    if (last === undefined) raise('KeyError', 'popitem(): dictionary is empty')
    dict.delete(last[0])
    return Tuple.of(...last)
  },
  setdefault(dict, key, value = null) {
    if (!dict.has(key)) dict.set(key, value)
    return dict.get(key)
  },
  update(dict, ...args) {
    const [[source], keywords] = options(args)
    updateDict(dict, source, keywords)
    return null
  },
  clear(dict) {
    dict.clear()
    return null
  },
  copy(dict) {
    const copy = new Dict()
    for (const [key, value] of dict) copy.set(key, value)
    return copy
  },
  fromkeys(_, keys, value = null) {
    const made = new Dict()
    for (const key of iterate(keys)) made.set(key, value)
    return made
  },
}

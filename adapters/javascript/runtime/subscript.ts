import { methodOf } from './callable.ts'
import { raise } from './raise.ts'
import { Range } from './range.ts'
import { Slice } from './slice.ts'
import { Tuple } from './tuple.ts'
import { isClassLike } from './class-name.ts'
import { typeName } from './type-name.ts'

/** A position in a sequence of `length`, negative ones counted from the end; `undefined` when outside. */
function position(index: unknown, length: number): number | undefined {
  const at = Number(index) < 0 ? Number(index) + length : Number(index)
  return at >= 0 && at < length ? at : undefined
}

function isIndex(index: unknown): index is number | boolean {
  return (typeof index === 'number' && Number.isInteger(index)) || typeof index === 'boolean'
}

function notAnIndex(x: unknown, index: unknown): never {
  if (typeof x === 'string') raise('TypeError', `string indices must be integers, not '${typeName(index)}'`)
  return raise('TypeError', `${typeName(x)} indices must be integers or slices, not ${typeName(index)}`)
}

/**
 * Python's `x[index]`; `index` may be a `Slice`.
 *
 * @throws IndexError `list index out of range`
 * @throws KeyError the key
 * @throws TypeError `'int' object is not subscriptable`
 */
export function item(x: unknown, index: unknown): unknown {
  if (x instanceof Map) return mapItem(x, index)
  if (Array.isArray(x) || typeof x === 'string' || x instanceof Range || x instanceof Uint8Array) return sequenceItem(x, index)
  const own = methodOf(x, '__getitem__')
  if (own !== undefined) return own.call(x, index)
  const generic = isClassLike(x) ? methodOf(x, '__class_getitem__') : undefined
  if (generic !== undefined) return generic.call(x, index)
  // `asyncio.Queue[int]`, `list[str]`: an annotation at run time is the class itself.
  return isClassLike(x) ? x : raise('TypeError', `'${typeName(x)}' object is not subscriptable`)
}

function mapItem(map: ReadonlyMap<unknown, unknown>, key: unknown): unknown {
  const value = map.get(key)
  if (value !== undefined || map.has(key)) return value
  const missing = methodOf(map, '__missing__')
  return missing === undefined ? raise('KeyError', key) : missing.call(map, key)
}

function sequenceItem(x: readonly unknown[] | string | Range | Uint8Array, index: unknown): unknown {
  if (index instanceof Slice) return sliceOf(x, index)
  if (!isIndex(index)) notAnIndex(x, index)
  const elements = typeof x === 'string' && !isBasic(x) ? [...x] : x
  const at = position(index, elements.length)
  if (at === undefined) raise('IndexError', `${x instanceof Range ? 'range object' : typeof x === 'string' ? 'string' : x instanceof Uint8Array ? '' : typeName(x)} index out of range`.trimStart())
  return elements instanceof Range ? elements.at(at) : elements[at]
}

/** Whether every character is one UTF-16 unit, so that positions are Python's. */
function isBasic(text: string): boolean {
  return !/[\ud800-\udbff]/.test(text)
}

function sliceOf(x: readonly unknown[] | string | Range | Uint8Array, slice: Slice): unknown {
  if (x instanceof Range) return x.slice(slice)
  if (typeof x === 'string') {
    const characters = [...x]
    return slice.positions(characters.length).map((at) => characters[at]).join('')
  }
  const picked = slice.positions(x.length).map((at) => x[at])
  if (x instanceof Uint8Array) return Uint8Array.from(picked.map(Number))
  return x instanceof Tuple ? Tuple.of(...picked) : picked
}

/** Python's `x[start:stop:step]`, absent bounds `null`. */
export function slice(x: unknown, start: unknown = null, stop: unknown = null, step: unknown = null): unknown {
  return item(x, new Slice(start, stop, step))
}

/** Python's `x[index] = value`. */
export function setItem(x: unknown, index: unknown, value: unknown): void {
  if (x instanceof Map) {
    const own = methodOf(x, '__setitem__')
    if (own === undefined) x.set(index, value)
    else own.call(x, index, value)
  } else if (Array.isArray(x) && !(x instanceof Tuple)) setListItem(x, index, value)
  else {
    const own = methodOf(x, '__setitem__')
    if (own === undefined) raise('TypeError', `'${typeName(x)}' object does not support item assignment`)
    own.call(x, index, value)
  }
}

function setListItem(list: unknown[], index: unknown, value: unknown): void {
  if (index instanceof Slice) return index.assign(list, value)
  if (!isIndex(index)) notAnIndex(list, index)
  const at = position(index, list.length)
  if (at === undefined) raise('IndexError', 'list assignment index out of range')
  list[at] = value
}

/** Python's `del x[index]`. */
export function delItem(x: unknown, index: unknown): void {
  const own = methodOf(x, '__delitem__')
  if (own !== undefined) own.call(x, index)
  else if (x instanceof Map) {
    if (!x.delete(index)) raise('KeyError', index)
  } else if (Array.isArray(x) && !(x instanceof Tuple)) deleteListItem(x, index)
  else raise('TypeError', `'${typeName(x)}' object doesn't support item deletion`)
}

function deleteListItem(list: unknown[], index: unknown): void {
  if (index instanceof Slice) {
    const gone = new Set(index.positions(list.length))
    list.splice(0, list.length, ...list.filter((_, at) => !gone.has(at)))
    return
  }
  if (!isIndex(index)) notAnIndex(list, index)
  const at = position(index, list.length)
  if (at === undefined) raise('IndexError', 'list assignment index out of range')
  list.splice(at, 1)
}

/** Python's `x[index] += value`, with any operator. */
export function updateItem(x: unknown, index: unknown, operator: (a: unknown, b: unknown) => unknown, value: unknown): void {
  setItem(x, index, operator(item(x, index), value))
}


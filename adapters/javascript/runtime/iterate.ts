import { currentExceptions } from './exceptions.ts'
import { isCoroutineObject, typeName } from './type-name.ts'
import { methodOf } from './callable.ts'
import { raise } from './raise.ts'

function isIterable(x: object): x is Iterable<unknown> {
  return Symbol.iterator in x
}

/**
 * A JavaScript iterable over what Python's `for` would give: characters of a text, keys of a dict,
 * elements of anything iterable, and objects with `__iter__` or `__getitem__`.
 *
 * @throws TypeError `'int' object is not iterable`
 */
export function iterate(x: unknown): Iterable<unknown> {
  if (typeof x === 'string') return x
  if (Array.isArray(x)) return x
  if (typeof x === 'object' && x !== null) {
    if (x instanceof Map) return sized(x.keys(), x, 'dictionary changed size during iteration')
    if (x instanceof Set) return sized(x.values(), x, 'Set changed size during iteration')
    const own = methodOf(x, '__iter__')
    if (own !== undefined) return fromIterator(own.call(x))
    if (isIterable(x) && !isCoroutineObject(x)) return x
    if (methodOf(x, '__getitem__') !== undefined) return byIndex(x)
  }
  return raise('TypeError', `'${typeName(x)}' object is not iterable`)
}

function* sized(elements: Iterable<unknown>, of: { readonly size: number }, message: string): Generator<unknown, void> {
  const { size } = of
  for (const element of elements) {
    yield element
    if (of.size !== size) raise('RuntimeError', message)
  }
}

function fromIterator(iterator: unknown): Iterable<unknown> {
  const next = methodOf(iterator, '__next__')
  if (next !== undefined) return byNext(() => next.call(iterator))
  if (typeof iterator === 'object' && iterator !== null && isIterable(iterator)) return iterator
  return raise('TypeError', `iter() returned non-iterator of type '${typeName(iterator)}'`)
}

function* byNext(next: () => unknown): Generator<unknown, void> {
  const { StopIteration } = currentExceptions()
  for (;;) {
    let element: unknown
    try {
      element = next()
    } catch (error) {
      if (error instanceof StopIteration) return
      throw error
    }
    yield element
  }
}

function* byIndex(x: object): Generator<unknown, void> {
  const { IndexError } = currentExceptions()
  const getItem = methodOf(x, '__getitem__')
  for (let index = 0; ; index++) {
    let element: unknown
    try {
      element = getItem?.call(x, index)
    } catch (error) {
      if (error instanceof IndexError) return
      throw error
    }
    yield element
  }
}

/**
 * Python's unpacking `a, b = x` (or `a, *b, c = x` with `star` the index of the starred name, whose value is a list).
 *
 * @throws TypeError `cannot unpack non-iterable int object`
 * @throws ValueError `not enough values to unpack (expected 2, got 1)`
 */
export function unpack(x: unknown, count: number, star?: number): readonly unknown[] {
  if (star === undefined && Array.isArray(x) && x.length === count) return x
  const values = [...unpackable(x)]
  if (star === undefined) {
    if (values.length < count) raise('ValueError', `not enough values to unpack (expected ${count}, got ${values.length})`)
    if (values.length > count) raise('ValueError', `too many values to unpack (expected ${count}${hasLength(x) ? `, got ${values.length}` : ''})`)
    return values
  }
  const extra = values.length - (count - 1)
  if (extra < 0) raise('ValueError', `not enough values to unpack (expected at least ${count - 1}, got ${values.length})`)
  return [...values.slice(0, star), values.slice(star, star + extra), ...values.slice(star + extra)]
}

function hasLength(x: unknown): boolean {
  return Array.isArray(x) || x instanceof Map
}

function unpackable(x: unknown): Iterable<unknown> {
  if (typeof x === 'string' || (typeof x === 'object' && x !== null && (isIterable(x) || methodOf(x, '__iter__') || methodOf(x, '__getitem__')))) return iterate(x)
  return raise('TypeError', `cannot unpack non-iterable ${typeName(x)} object`)
}

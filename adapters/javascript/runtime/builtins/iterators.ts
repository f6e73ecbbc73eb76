import { callValue, methodOf, type Callable } from '../callable.ts'
import { currentExceptions } from '../exceptions.ts'
import { item } from '../subscript.ts'
import { iterate } from '../iterate.ts'
import { isGenerator, typeName } from '../type-name.ts'
import { len } from '../length.ts'
import { options } from '../options.ts'
import { pythonClassName } from '../class-name.ts'
import { raise } from '../raise.ts'
import { truthy } from '../truth.ts'
import { Tuple } from '../tuple.ts'

/** A Python iterator over a JavaScript one: `for` goes on where `next()` stopped. */
export class PyIterator {
  static readonly [pythonClassName]: string = 'iterator'
  readonly #source: Iterator<unknown>

  constructor(source: Iterator<unknown>) {
    this.#source = source
  }

  [Symbol.iterator](): Iterator<unknown> {
    return { next: () => this.#source.next() }
  }

  __iter__(): this {
    return this
  }

  __next__(): unknown {
    const { done, value } = this.#source.next()
    return done === true ? raise('StopIteration') : value
  }
}

function lazily(elements: Iterator<unknown>): PyIterator {
  return new PyIterator(elements)
}

/** Python's `iter(x)` and `iter(callable, sentinel)`. */
export function iter(x: unknown, ...sentinel: readonly unknown[]): unknown {
  if (sentinel.length > 0) return lazily(untilSentinel(x, sentinel[0]))
  const own = methodOf(x, '__iter__')
  if (own !== undefined) return own.call(x)
  return typeof x === 'object' && x !== null && isGenerator(x) ? x : lazily(iterate(x)[Symbol.iterator]())
}

function* untilSentinel(f: unknown, sentinel: unknown): Generator<unknown, void> {
  for (let value = callValue(f); value !== sentinel; value = callValue(f)) yield value
}

/** Python's `next(iterator[, otherwise])`. @throws StopIteration @throws TypeError `'list' object is not an iterator` */
export function next(iterator: unknown, ...otherwise: readonly unknown[]): unknown {
  const step = stepOf(iterator)
  if (step === undefined) raise('TypeError', `'${typeName(iterator)}' object is not an iterator`)
  try {
    return step()
  } catch (error) {
    if (otherwise.length > 0 && error instanceof currentExceptions().StopIteration) return otherwise[0]
    throw error
  }
}

function stepOf(iterator: unknown): Callable | undefined {
  const own = methodOf(iterator, '__next__')
  if (own !== undefined) return () => own.call(iterator)
  if (typeof iterator !== 'object' || iterator === null || !isGenerator(iterator)) return undefined
  return () => {
    const result = iterator.next(null)
    if (result.done !== true) return result.value
    return result.value === undefined || result.value === null ? raise('StopIteration') : raise('StopIteration', result.value)
  }
}

/** Python's `enumerate(iterable, start)`. */
export function enumerate(x: unknown, ...rest: readonly unknown[]): PyIterator {
  const [[start], keywords] = options(rest)
  const elements = iterate(x)
  return lazily(numbered(elements, Number(start ?? keywords['start'] ?? 0)))
}

function* numbered(elements: Iterable<unknown>, start: number): Generator<unknown, void> {
  let index = start
  for (const element of elements) yield Tuple.of(index++, element)
}

/** Python's `zip(*iterables, strict=…)`. */
export function zip(...args: readonly unknown[]): PyIterator {
  const [iterables, keywords] = options(args)
  return lazily(zipped(iterables.map(iterate), truthy(keywords['strict'])))
}

function* zipped(iterables: readonly Iterable<unknown>[], strict: boolean): Generator<unknown, void> {
  const iterators = iterables.map((iterable) => iterable[Symbol.iterator]())
  while (iterators.length > 0) {
    const row = Tuple.of<unknown>()
    for (const [index, iterator] of iterators.entries()) {
      const { done, value } = iterator.next()
      if (done !== true) row.push(value)
      if (done !== true && strict && row.length <= index) unequal(index, 'longer')
      if (done === true && !strict) return
    }
    if (row.length === 0) return
    if (row.length < iterators.length) unequal(row.length, 'shorter')
    yield row
  }
}

/** CPython names the first argument whose length differs from the ones before it. */
function unequal(index: number, how: 'shorter' | 'longer'): never {
  return raise('ValueError', `zip() argument ${index + 1} is ${how} than argument${index === 1 ? ' 1' : `s 1-${index}`}`)
}

/** Python's `map(f, *iterables)`. */
export function map(f: unknown, ...iterables: readonly unknown[]): PyIterator {
  return lazily(mapped(f, iterables.map(iterate)))
}

function* mapped(f: unknown, iterables: readonly Iterable<unknown>[]): Generator<unknown, void> {
  for (const row of zipped(iterables, false)) yield callValue(f, ...iterate(row))
}

/** Python's `filter(f, iterable)`; `None` for `f` keeps what is true. */
export function filter(f: unknown, x: unknown): PyIterator {
  return lazily(filtered(f, iterate(x)))
}

function* filtered(f: unknown, elements: Iterable<unknown>): Generator<unknown, void> {
  for (const element of elements) if (truthy(f === null ? element : callValue(f, element))) yield element
}

/** Python's `reversed(x)`. @throws TypeError `'int' object is not reversible` */
export function reversed(x: unknown): unknown {
  const own = methodOf(x, '__reversed__')
  if (own !== undefined) return own.call(x)
  if (x instanceof Map) return lazily([...x.keys()].toReversed().values())
  if (Symbol.iterator in Object(x) && typeof x === 'object' && x !== null && !Array.isArray(x)) return lazily([...iterate(x)].toReversed().values())
  if (typeof x !== 'string' && !Array.isArray(x) && methodOf(x, '__getitem__') === undefined) raise('TypeError', `'${typeName(x)}' object is not reversible`)
  return lazily(backwards(x))
}

function* backwards(x: unknown): Generator<unknown, void> {
  for (let index = len(x) - 1; index >= 0; index--) yield item(x, index)
}

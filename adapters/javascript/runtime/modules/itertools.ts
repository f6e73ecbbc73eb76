import { add } from '../arithmetic.ts'
import { callValue } from '../callable.ts'
import { eq } from '../equality.ts'
import { iterate } from '../iterate.ts'
import { makeModule } from '../module.ts'
import { options } from '../options.ts'
import { PyIterator } from '../builtins/iterators.ts'
import { raise } from '../raise.ts'
import { truthy } from '../truth.ts'
import { Tuple } from '../tuple.ts'

/** A function that gives a Python iterator over what the generator function yields. */
function lazy(generate: (...args: unknown[]) => Generator<unknown, void>) {
  return (...args: unknown[]): PyIterator => new PyIterator(generate(...args))
}

function count(start: unknown, step: unknown): unknown {
  return lazy(function* counting() {
    for (let value: unknown = start; ; value = add(value, step)) yield value
  })()
}

const chain = Object.assign(
  lazy(function* chained(...iterables) {
    for (const iterable of iterables) yield* iterate(iterable)
  }),
  {
    fromIterable: lazy(function* chained(iterables) {
      for (const iterable of iterate(iterables)) yield* iterate(iterable)
    }),
  },
)

const islice = lazy(function* sliced(x, ...bounds) {
  const [start, stop, step] = bounds.length === 1 ? [0, bounds[0], 1] : [bounds[0] ?? 0, bounds[1] ?? null, bounds[2] ?? 1]
  const end = stop === null || stop === undefined ? Infinity : Number(stop)
  let wanted = Number(start)
  let index = 0
  const iterator = iterate(x)[Symbol.iterator]()
  while (index < end) {
    const { done, value } = iterator.next()
    if (done === true) return
    if (index === wanted) {
      yield value
      wanted += Number(step)
    }
    index++
  }
})

const cycle = lazy(function* cycled(x) {
  const elements: unknown[] = []
  for (const element of iterate(x)) {
    elements.push(element)
    yield element
  }
  while (elements.length > 0) yield* elements
})

const repeat = lazy(function* repeated(x, times) {
  for (let i = 0; i < Number(times ?? Infinity); i++) yield x
})

function* products(pools: readonly (readonly unknown[])[]): Generator<unknown[], void> {
  const [first, ...rest] = pools
  if (first === undefined) yield []
  else for (const element of first) for (const tail of products(rest)) yield [element, ...tail]
}

const product = lazy(function* multiplied(...args) {
  const [iterables, keywords] = options(args)
  const pools = iterables.map((iterable) => [...iterate(iterable)])
  const times = Number(keywords['repeat'] ?? 1)
  for (const row of products(Array.from({ length: times }, () => pools).flat())) yield Tuple.of(...row)
})

function* picks(length: number, size: number, ordered: boolean, taken: readonly number[]): Generator<readonly number[], void> {
  if (taken.length === size) {
    yield taken
    return
  }
  for (let index = ordered ? 0 : (taken.at(-1) ?? -1) + 1; index < length; index++) {
    if (!taken.includes(index)) yield* picks(length, size, ordered, [...taken, index])
  }
}

function picking(ordered: boolean) {
  return lazy(function* picked(x, size) {
    const pool = [...iterate(x)]
    for (const indices of picks(pool.length, Number(size ?? pool.length), ordered, [])) yield Tuple.of(...indices.map((index) => pool[index]))
  })
}

const accumulate = lazy(function* accumulated(x, ...rest) {
  const [[f], { initial }] = options(rest)
  let total = initial
  let empty = initial === undefined || initial === null
  if (!empty) yield total
  for (const element of iterate(x)) {
    total = empty ? element : f === undefined || f === null ? add(total, element) : callValue(f, total, element)
    empty = false
    yield total
  }
})

const takewhile = lazy(function* taken(test, x) {
  for (const element of iterate(x)) {
    if (!truthy(callValue(test, element))) return
    yield element
  }
})

const dropwhile = lazy(function* dropped(test, x) {
  let dropping = true
  for (const element of iterate(x)) {
    dropping &&= truthy(callValue(test, element))
    if (!dropping) yield element
  }
})

const zipLongest = lazy(function* zipped(...args) {
  const [iterables, { fillvalue = null }] = options(args)
  const columns = iterables.map((iterable) => iterate(iterable)[Symbol.iterator]())
  for (;;) {
    const cells = columns.map((column) => column.next())
    if (cells.every(({ done }) => done === true)) return
    yield Tuple.of(...cells.map(({ done, value }) => (done === true ? fillvalue : value)))
  }
})

const groupby = lazy(function* grouped(x, ...rest) {
  const [[f], keywords] = options(rest)
  const key = f ?? keywords['key'] ?? null
  let group: { readonly key: unknown; readonly elements: unknown[] } | undefined
  for (const element of iterate(x)) {
    const rank = key === null ? element : callValue(key, element)
    if (group !== undefined && eq(group.key, rank)) group.elements.push(element)
    else {
      if (group !== undefined) yield Tuple.of(group.key, new PyIterator(group.elements.values()))
      group = { key: rank, elements: [element] }
    }
  }
  if (group !== undefined) yield Tuple.of(group.key, new PyIterator(group.elements.values()))
})

const starmap = lazy(function* mapped(f, x) {
  for (const args of iterate(x)) yield callValue(f, ...iterate(args))
})

const pairwise = lazy(function* paired(x) {
  let previous: { readonly element: unknown } | undefined
  for (const element of iterate(x)) {
    if (previous !== undefined) yield Tuple.of(previous.element, element)
    previous = { element }
  }
})

const batched = lazy(function* chunks(x, size) {
  if (Number(size) < 1) raise('ValueError', 'n must be at least one')
  let batch: unknown[] = []
  for (const element of iterate(x)) {
    batch.push(element)
    if (batch.length === size) {
      yield Tuple.of(...batch)
      batch = []
    }
  }
  if (batch.length > 0) yield Tuple.of(...batch)
})

const compress = lazy(function* compressed(x, selectors) {
  const kept = iterate(selectors)[Symbol.iterator]()
  for (const element of iterate(x)) {
    const { done, value } = kept.next()
    if (done === true) return
    if (truthy(value)) yield element
  }
})

const filterfalse = lazy(function* rejected(test, x) {
  for (const element of iterate(x)) if (!truthy(test === null ? element : callValue(test, element))) yield element
})

function tee(x: unknown, copies: unknown = 2): Tuple {
  const source = iterate(x)[Symbol.iterator]()
  const seen: unknown[] = []
  function* copy(): Generator<unknown, void> {
    for (let index = 0; ; index++) {
      if (index === seen.length) {
        const { done, value } = source.next()
        if (done === true) return
        seen.push(value)
      }
      yield seen[index]
    }
  }
  return Tuple.of(...Array.from({ length: Number(copies) }, () => new PyIterator(copy())))
}

/** Python's `itertools`. */
export const itertools = makeModule('itertools', {
  count: (...args: unknown[]) => {
    const [[start, step], keywords] = options(args)
    return count(start ?? keywords['start'] ?? 0, step ?? keywords['step'] ?? 1)
  },
  chain, islice, cycle, product, accumulate, takewhile, dropwhile, zipLongest, groupby, starmap, pairwise, batched, compress, filterfalse, tee,
  repeat: (...args: unknown[]) => {
    const [[x, times], keywords] = options(args)
    return repeat(x, times ?? keywords['times'])
  },
  permutations: picking(true),
  combinations: picking(false),
})

import { add } from '../arithmetic.ts'
import { callValue } from '../callable.ts'
import { Dict } from '../dict.ts'
import { eq } from '../equality.ts'
import { gt } from '../compare.ts'
import { iterate } from '../iterate.ts'
import { options, type Options } from '../options.ts'
import { pythonModule } from '../module-name.ts'
import { raise } from '../raise.ts'
import { sub } from '../arithmetic.ts'
import { Tuple } from '../tuple.ts'
import { updateDict } from '../dict-methods.ts'
import { writeRepr, type Writer } from '../python-repr.ts'

function body(dict: ReadonlyMap<unknown, unknown>, write: Writer): string {
  const plain = new Map(dict)
  return write(plain)
}

/** Python's `collections.defaultdict`. */
export class defaultdict extends Dict {
  static readonly [pythonModule]: string = 'collections'
  readonly defaultFactory: unknown

  constructor(...args: unknown[]) {
    super()
    const [[factory = null, source], keywords] = options(args)
    this.defaultFactory = factory
    updateDict(this, source, keywords)
  }

  __missing__(key: unknown): unknown {
    if (this.defaultFactory === null) raise('KeyError', key)
    const value = callValue(this.defaultFactory)
    this.set(key, value)
    return value
  }

  copy(): defaultdict {
    return new defaultdict(this.defaultFactory, this)
  }

  [writeRepr](write: Writer): string {
    return `defaultdict(${write(this.defaultFactory)}, ${body(this, write)})`
  }
}

/** Python's `collections.OrderedDict`: equal to another only in the same order. */
export class OrderedDict extends Dict {
  static readonly [pythonModule]: string = 'collections'

  constructor(...args: unknown[]) {
    super()
    const [[source], keywords] = options(args)
    updateDict(this, source, keywords)
  }

  moveToEnd(key: unknown, ...rest: unknown[]): null {
    const [[last], keywords] = options(rest)
    if (!this.has(key)) raise('KeyError', key)
    const value = this.get(key)
    this.delete(key)
    if ((last ?? keywords['last'] ?? true) === true) this.set(key, value)
    else this.#refill([[key, value], ...this])
    return null
  }

  popitem(...rest: unknown[]): Tuple {
    const [[last], keywords] = options(rest)
    const item = [...this].at((last ?? keywords['last'] ?? true) === true ? -1 : 0)
    if (item === undefined) raise('KeyError', 'dictionary is empty')
    this.delete(item[0])
    return Tuple.of(...item)
  }

  copy(): OrderedDict {
    return new OrderedDict(this)
  }

  __eq__(other: unknown): boolean {
    if (!(other instanceof Map)) return false
    return eq([...this], [...other]) || (!(other instanceof OrderedDict) && eq(new Map(this), new Map(other)))
  }

  [writeRepr](write: Writer): string {
    return this.size === 0 ? 'OrderedDict()' : `OrderedDict(${body(this, write)})`
  }

  #refill(entries: readonly (readonly [unknown, unknown])[]): void {
    this.clear()
    for (const [key, value] of entries) this.set(key, value)
  }
}

/** Python's `collections.Counter`. */
export class Counter extends Dict {
  static readonly [pythonModule]: string = 'collections'

  constructor(...args: unknown[]) {
    super()
    this.update(...args)
  }

  __missing__(): number {
    return 0
  }

  update(...args: unknown[]): null {
    this.#combine(options(args), add)
    return null
  }

  subtract(...args: unknown[]): null {
    this.#combine(options(args), sub)
    return null
  }

  mostCommon(count: unknown = null): Tuple[] {
    const sorted = [...this].toSorted(([, a], [, b]) => (gt(a, b) ? -1 : Number(gt(b, a))))
    return (count === null ? sorted : sorted.slice(0, Number(count))).map(([element, times]) => Tuple.of(element, times))
  }

  *elements(): Generator<unknown, void> {
    for (const [element, times] of this) for (let i = 0; i < Number(times); i++) yield element
  }

  total(): unknown {
    return [...this.values()].reduce(add, 0)
  }

  copy(): Counter {
    return new Counter(this)
  }

  __add__(other: unknown): Counter {
    const sum = this.copy()
    sum.update(other)
    return sum.#positive()
  }

  __sub__(other: unknown): Counter {
    const difference = this.copy()
    difference.subtract(other)
    return difference.#positive()
  }

  [writeRepr](write: Writer): string {
    return this.size === 0 ? 'Counter()' : `Counter(${write(new Map(this.mostCommon().map(([element, times]) => [element, times])))})`
  }

  #positive(): Counter {
    for (const [element, times] of this) if (!gt(times, 0)) this.delete(element)
    return this
  }

  #combine([[source], keywords]: readonly [readonly unknown[], Options], operator: (a: unknown, b: unknown) => unknown): void {
    const counts = new Dict()
    if (source instanceof Map) updateDict(counts, source, {})
    else if (source !== undefined && source !== null) for (const element of iterate(source)) counts.set(element, Number(counts.get(element) ?? 0) + 1)
    updateDict(counts, undefined, keywords)
    for (const [element, times] of counts) this.set(element, operator(this.get(element) ?? 0, times))
  }
}

import { bitAnd, bitOr, bitXor, sub } from './arithmetic.ts'
import { contains } from './contains.ts'
import { eq } from './equality.ts'
import { iterate } from './iterate.ts'
import { PySet } from './set.ts'
import { pythonClassName } from './class-name.ts'
import { Tuple } from './tuple.ts'
import { writeRepr, type Writer } from './python-repr.ts'

/** What `d.keys()`, `d.values()` and `d.items()` give: it follows the dict. */
export class DictView {
  static readonly [pythonClassName]: string = 'dict_view'
  readonly #dict: ReadonlyMap<unknown, unknown>
  readonly #kind: 'keys' | 'values' | 'items'

  constructor(dict: ReadonlyMap<unknown, unknown>, kind: 'keys' | 'values' | 'items') {
    this.#dict = dict
    this.#kind = kind
  }

  *[Symbol.iterator](): Generator<unknown, void> {
    for (const key of iterate(this.#dict)) {
      const value = this.#dict.get(key)
      yield this.#kind === 'keys' ? key : this.#kind === 'values' ? value : Tuple.of(key, value)
    }
  }

  [writeRepr](write: Writer): string {
    return `dict_${this.#kind}(${write([...this])})`
  }

  __len__(): number {
    return this.#dict.size
  }

  __contains__(element: unknown): boolean {
    if (this.#kind === 'keys') return this.#dict.has(element)
    return contains([...this], element)
  }

  __eq__(other: unknown): boolean {
    return this.#kind === 'values' ? this === other : eq(this.#set(), other instanceof DictView ? other.#set() : other)
  }

  __and__(other: unknown): unknown {
    return bitAnd(this.#set(), asSet(other))
  }

  __or__(other: unknown): unknown {
    return bitOr(this.#set(), asSet(other))
  }

  __xor__(other: unknown): unknown {
    return bitXor(this.#set(), asSet(other))
  }

  __sub__(other: unknown): unknown {
    return sub(this.#set(), asSet(other))
  }

  __rsub__(other: unknown): unknown {
    return sub(asSet(other), this.#set())
  }

  #set(): PySet {
    return asSet(this)
  }
}

function asSet(elements: unknown): PySet {
  const made = new PySet()
  for (const element of iterate(elements)) made.add(element)
  return made
}

import { eq } from '../equality.ts'
import { iterate } from '../iterate.ts'
import { lt } from '../compare.ts'
import { options } from '../options.ts'
import { pythonModule } from '../module-name.ts'
import { raise } from '../raise.ts'
import { writeRepr, type Writer } from '../python-repr.ts'

/** Python's `collections.deque`. */
export class deque {
  static readonly [pythonModule]: string = 'collections'
  readonly maxlen: number | null
  readonly #elements: unknown[] = []

  constructor(...args: unknown[]) {
    const [[elements = [], limit], keywords] = options(args)
    const maxlen = limit ?? keywords['maxlen'] ?? null
    this.maxlen = maxlen === null ? null : Number(maxlen)
    this.extend(elements)
  }

  *[Symbol.iterator](): Generator<unknown, void> {
    const { length } = this.#elements
    for (const element of this.#elements) {
      yield element
      if (this.#elements.length !== length) raise('RuntimeError', 'deque mutated during iteration')
    }
  }

  [writeRepr](write: Writer): string {
    return `deque(${write([...this.#elements])}${this.maxlen === null ? '' : `, maxlen=${this.maxlen}`})`
  }

  append(element: unknown): null {
    this.#elements.push(element)
    if (this.maxlen !== null && this.#elements.length > this.maxlen) this.#elements.shift()
    return null
  }

  appendleft(element: unknown): null {
    this.#elements.unshift(element)
    if (this.maxlen !== null && this.#elements.length > this.maxlen) this.#elements.pop()
    return null
  }

  extend(elements: unknown): null {
    for (const element of elements === this ? [...this.#elements] : iterate(elements)) this.append(element)
    return null
  }

  extendleft(elements: unknown): null {
    for (const element of elements === this ? [...this.#elements] : iterate(elements)) this.appendleft(element)
    return null
  }

  pop(): unknown {
    return this.#elements.length === 0 ? raise('IndexError', 'pop from an empty deque') : this.#elements.pop()
  }

  popleft(): unknown {
    return this.#elements.length === 0 ? raise('IndexError', 'pop from an empty deque') : this.#elements.shift()
  }

  remove(value: unknown): null {
    const at = this.#elements.findIndex((element) => eq(element, value))
    if (at === -1) raise('ValueError', 'deque.remove(x): x not in deque')
    this.#elements.splice(at, 1)
    return null
  }

  rotate(steps = 1): null {
    const { length } = this.#elements
    if (length > 0) this.#elements.unshift(...this.#elements.splice(length - (((steps % length) + length) % length)))
    return null
  }

  reverse(): null {
    this.#elements.reverse()
    return null
  }

  clear(): null {
    this.#elements.length = 0
    return null
  }

  copy(): deque {
    return new deque(this.#elements, this.maxlen)
  }

  count(value: unknown): number {
    return this.#elements.filter((element) => eq(element, value)).length
  }

  index(value: unknown): number {
    const at = this.#elements.findIndex((element) => eq(element, value))
    return at === -1 ? raise('ValueError', 'deque.index(x): x not in deque') : at
  }

  insert(index: number, value: unknown): null {
    if (this.maxlen !== null && this.#elements.length >= this.maxlen) raise('IndexError', 'deque already at its maximum size')
    this.#elements.splice(index, 0, value)
    return null
  }

  __len__(): number {
    return this.#elements.length
  }

  __getitem__(index: unknown): unknown {
    return this.#elements[this.#position(index)]
  }

  __setitem__(index: unknown, value: unknown): void {
    this.#elements[this.#position(index)] = value
  }

  __delitem__(index: unknown): void {
    this.#elements.splice(this.#position(index), 1)
  }

  __contains__(value: unknown): boolean {
    return this.#elements.some((element) => eq(element, value))
  }

  __eq__(other: unknown): boolean {
    return other instanceof deque && eq([...this.#elements], [...other.#elements])
  }

  __lt__(other: deque): boolean {
    return lt([...this.#elements], [...other.#elements])
  }

  #position(index: unknown): number {
    const at = Number(index) < 0 ? Number(index) + this.#elements.length : Number(index)
    return at >= 0 && at < this.#elements.length ? at : raise('IndexError', 'deque index out of range')
  }
}

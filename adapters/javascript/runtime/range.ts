import { pythonClassName } from './class-name.ts'
import { raise } from './raise.ts'
import type { Slice } from './slice.ts'
import { typeName } from './type-name.ts'
import { writeRepr } from './python-repr.ts'

/** A Python `range`: an iterable that can be gone through again and again. Made by `range(…)`. */
export class Range {
  static readonly [pythonClassName]: string = 'range'
  readonly start: number
  readonly stop: number
  readonly step: number
  readonly length: number

  constructor(start: number, stop: number, step: number) {
    this.start = start
    this.stop = stop
    this.step = step
    this.length = Math.max(0, Math.ceil((stop - start) / step))
  }

  *[Symbol.iterator](): Generator<number, void> {
    for (let index = 0; index < this.length; index++) yield this.at(index)
  }

  /** The element at `index`, which is inside. */
  at(index: number): number {
    return this.start + index * this.step
  }

  has(x: unknown): boolean {
    const index = (Number(x) - this.start) / this.step
    return (typeof x === 'number' || typeof x === 'boolean') && Number.isInteger(index) && index >= 0 && index < this.length
  }

  slice(slice: Slice): Range {
    const [start, stop, step] = slice.indices(this.length)
    return new Range(this.at(start), this.at(stop), this.step * step)
  }

  __eq__(other: unknown): boolean {
    if (!(other instanceof Range) || other.length !== this.length) return false
    return this.length === 0 || (this.start === other.start && (this.length === 1 || this.step === other.step))
  }

  __hash__(): number {
    return this.length
  }

  __len__(): number {
    return this.length
  }

  [writeRepr](): string {
    return this.step === 1 ? `range(${this.start}, ${this.stop})` : `range(${this.start}, ${this.stop}, ${this.step})`
  }
}

function integer(x: unknown): number {
  if (typeof x === 'boolean' || (typeof x === 'number' && Number.isInteger(x))) return Number(x)
  return raise('TypeError', `'${typeName(x)}' object cannot be interpreted as an integer`)
}

/** Python's `range(stop)`, `range(start, stop, step)`. @throws ValueError `range() arg 3 must not be zero` */
export function range(first: unknown, second?: unknown, third: unknown = 1): Range {
  const step = integer(third)
  if (step === 0) raise('ValueError', 'range() arg 3 must not be zero')
  return second === undefined ? new Range(0, integer(first), step) : new Range(integer(first), integer(second), step)
}

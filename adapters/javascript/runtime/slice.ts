import { iterate } from './iterate.ts'
import { raise } from './raise.ts'
import { pythonClassName } from './class-name.ts'
import { writeRepr, type Writer } from './python-repr.ts'

/** Python's `slice(start, stop, step)`; absent bounds are `null`. */
export class Slice {
  static readonly [pythonClassName]: string = 'slice'
  readonly start: unknown
  readonly stop: unknown
  readonly step: unknown

  constructor(start: unknown, stop: unknown, step: unknown) {
    this.start = start ?? null
    this.stop = stop ?? null
    this.step = step ?? null
  }

  [writeRepr](write: Writer): string {
    return `slice(${write(this.start)}, ${write(this.stop)}, ${write(this.step)})`
  }

  /** Start, stop and step for a sequence of `length`, as `slice.indices`. @throws ValueError `slice step cannot be zero` */
  indices(length: number): readonly [start: number, stop: number, step: number] {
    const step = this.step === null ? 1 : bound(this.step)
    if (step === 0) raise('ValueError', 'slice step cannot be zero')
    const [lower, upper] = step > 0 ? [0, length] : [-1, length - 1]
    const clamp = (value: unknown, otherwise: number): number => {
      if (value === null) return otherwise
      const at = bound(value) < 0 ? bound(value) + length : bound(value)
      return Math.min(Math.max(at, lower), upper)
    }
    return [clamp(this.start, step > 0 ? lower : upper), clamp(this.stop, step > 0 ? upper : lower), step]
  }

  /** The positions picked from a sequence of `length`, in order. */
  positions(length: number): number[] {
    const [start, stop, step] = this.indices(length)
    const picked: number[] = []
    for (let at = start; step > 0 ? at < stop : at > stop; at += step) picked.push(at)
    return picked
  }

  /** `list[slice] = value`. @throws ValueError when an extended slice meets another number of elements */
  assign(list: unknown[], value: unknown): void {
    const elements = [...iterate(value)]
    const [start, stop, step] = this.indices(list.length)
    if (step === 1) {
      list.splice(start, Math.max(0, stop - start), ...elements)
      return
    }
    const positions = this.positions(list.length)
    if (positions.length !== elements.length) {
      raise('ValueError', `attempt to assign sequence of size ${elements.length} to extended slice of size ${positions.length}`)
    }
    for (const [index, at] of positions.entries()) list[at] = elements[index]
  }
}

/** Python's `slice(stop)`, `slice(start, stop, step)`. */
export function makeSlice(first: unknown, ...rest: readonly unknown[]): Slice {
  return rest.length === 0 ? new Slice(null, first, null) : new Slice(first, rest[0], rest[1])
}

function bound(value: unknown): number {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))) return Number(value)
  return raise('TypeError', 'slice indices must be integers or None or have an __index__ method')
}

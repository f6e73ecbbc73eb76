import type { ByteBuffer } from './byte-buffer.ts'
import { ValueError } from './exceptions/errors.ts'

/** What a read ends at: one separator or several. */
export class Separators {
  /** How many bytes the shortest and the longest of them have. */
  readonly shortest: number
  readonly longest: number
  private readonly separators: readonly Uint8Array[]

  /** Throws `ValueError` for none and for an empty one. */
  constructor(separator: Uint8Array | readonly Uint8Array[]) {
    this.separators = separator instanceof Uint8Array ? [separator] : [...separator].toSorted((a, b) => a.length - b.length)
    const shortest = this.separators[0]?.length
    const longest = this.separators.at(-1)?.length
    if (shortest === undefined || longest === undefined) throw new ValueError('Separator should contain at least one element')
    if (shortest === 0) throw new ValueError('Separator should be at least one-byte string')
    this.shortest = shortest
    this.longest = longest
  }

  /** Where the separator that ends first stands, at `from` or behind; `null` where none does. */
  find(buffer: ByteBuffer, from: number): { readonly start: number, readonly end: number } | null {
    let match: { readonly start: number, readonly end: number } | null = null
    for (const separator of this.separators) {
      const start = buffer.find(separator, from)
      const end = start + separator.length
      if (start >= 0 && (match === null || end < match.end)) match = { start, end }
    }
    return match
  }
}

import type { Random } from '../random.ts'

/** Where a law's program comes from: choices, and lines of Python. */
export class LawDraw {
  readonly random: Random
  /** Statements, about. */
  readonly size: number
  readonly #unit: number

  /** `unit`: what a delay of 1 is in seconds, 1 on a virtual clock. */
  constructor(random: Random, size: number, unit: number) {
    this.random = random
    this.size = size
    this.#unit = unit
  }

  /** A whole number from 0 on below `n`. */
  below(n: number): number { return this.random.nextInt(0, Math.ceil(n) - 1) }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean { return this.random.nextInt(0, 99) < percent }

  pick<T>(choices: readonly [T, ...T[]]): T { return choices[this.below(choices.length)] ?? choices[0] }

  /** So many units, in seconds, as Python writes it. */
  seconds(units: number): string { return String(units * this.#unit) }

  /** Small, often equal to others, often 0. */
  delay(): string { return this.seconds(this.pick([0, 0, 0.5, 1, 1, 1, 2, 2, 3])) }

  /** What is made for each number below `n`. */
  times<T>(n: number, make: (index: number) => T): T[] { return Array.from({ length: n }, (_, index) => make(index)) }
}

/** Lines in a block: each one level deeper. */
export function indented(lines: readonly string[]): string[] {
  return lines.map(line => `    ${line}`)
}

/** An `async def` of these lines. */
export function coroutine(head: string, lines: readonly string[]): string[] {
  return [`async def ${head}:`, ...indented(lines.length === 0 ? ['pass'] : lines)]
}

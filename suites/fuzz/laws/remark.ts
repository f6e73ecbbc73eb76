/** A line of a trace that a law's program wrote for the law: `log('@', 'fired', 3)` or `log('@ fired', 3)`. */
export interface Remark {
  /** Seconds. */
  readonly time: number
  /** `fired` */
  readonly what: string
  /** `['3']` */
  readonly of: readonly string[]
}

/** What a program remarked, in its order; all that it logged otherwise is left out. */
export function remarksOf(lines: readonly string[]): Remark[] {
  return lines.flatMap(line => {
    const [time, mark, what, ...of] = line.split(' ')
    return mark === '@' && what !== undefined ? [{ time: Number(time), what, of }] : []
  })
}

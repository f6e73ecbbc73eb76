import type { Adapter } from '../adapters/adapter.ts'
import type { Level, Rule } from '../spec/rule.ts'
import { checkedLevel } from '../suites/checked-level.ts'
import type { Report, Result } from '../suites/report.ts'

/** Keeps results as they become known, for reports of what there is should there never be all. */
export class ResultsSoFar {
  readonly #rules: readonly Rule[]
  readonly #level: Level | undefined
  readonly #results = new Map<Adapter, Result[]>()

  constructor(rules: readonly Rule[], level: Level | undefined) {
    this.#rules = rules
    this.#level = level
  }

  add(adapter: Adapter, result: Result): void {
    const known = this.#results.get(adapter)
    if (known === undefined) this.#results.set(adapter, [result])
    else known.push(result)
  }

  /** Of the adapters that have results, which are in the order of the rules. */
  reports(): readonly Report[] {
    const places = new Map(this.#rules.flatMap((rule) => rule.scenarios.map(({ id }) => id)).map((id, place) => [id, place]))
    const place = ({ scenario }: Result): number => places.get(scenario.id) ?? 0
    return [...this.#results].map(([adapter, results]) => ({
      adapter: { name: adapter.name, claims: adapter.claims, clock: adapter.clock },
      level: checkedLevel(adapter, this.#level),
      results: results.toSorted((a, b) => place(a) - place(b)),
      untestable: this.#rules.filter((rule) => rule.untestable !== undefined),
      // Not by a clock: it may be that of a program which ends the process.
      milliseconds: results.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      realMilliseconds: 0,
    }))
  }
}

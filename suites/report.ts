import { levels } from '../spec/level.ts'
import type { Clock, Level, Rule, Scenario } from '../spec/rule.ts'
import type { Verdict, VerdictKind } from './verdict.ts'
import { isGood } from './verdict.ts'

/** What became of one scenario. */
export interface Result {
  readonly rule: Rule
  readonly scenario: Scenario
  readonly verdict: Verdict
  /** Milliseconds the adapter spent on the program; 0 where it was not run or gave no trace. */
  readonly milliseconds: number
}

/** One adapter against many rules; results in the order of the rules. */
export interface Report {
  readonly adapter: { readonly name: string, readonly claims: string, readonly clock: Clock }
  /** The strictest level that was run. */
  readonly level: Level
  readonly results: readonly Result[]
  /** Rules that say why they have no program. */
  readonly untestable: readonly Rule[]
  /** Wall time of the programs on the virtual clock. */
  readonly milliseconds: number
  /** Wall time of those on the real clock, which run after the others. */
  readonly realMilliseconds: number
}

/** How many scenarios got each kind of verdict; kinds that none got are 0. */
export type Counts = Readonly<Record<VerdictKind, number>>

/** How many programs were run on the real clock. */
export function countReal(results: readonly Result[]): number {
  return results.filter(({ rule, verdict }) => rule.clock === 'real' && verdict.kind !== 'not applicable').length
}

/** Counts the verdicts of `results`. */
export function countVerdicts(results: readonly Result[]): Counts {
  const counts = {
    'pass': 0, 'fail': 0, 'error': 0, 'expected fail': 0, 'unexpected pass': 0, 'not applicable': 0, 'suite bug': 0,
  } satisfies Record<VerdictKind, number>
  for (const { verdict } of results) counts[verdict.kind]++
  return counts
}

/** Counts by chapter, in the order in which chapters first appear. */
export function countsByChapter(results: readonly Result[]): ReadonlyMap<string, Counts> {
  return countsBy(results, result => result.rule.chapter)
}

/** Counts by level: MUST, SHOULD, CPYTHON, those that appear. */
export function countsByLevel(results: readonly Result[]): ReadonlyMap<Level, Counts> {
  const counts = countsBy(results, result => result.rule.level)
  return new Map(levels.flatMap(level => {
    const own = counts.get(level)
    return own ? [[level, own] as const] : []
  }))
}

function countsBy<K>(results: readonly Result[], key: (result: Result) => K): ReadonlyMap<K, Counts> {
  const groups = new Map<K, Result[]>()
  for (const result of results) {
    const group = groups.get(key(result))
    if (group) group.push(result)
    else groups.set(key(result), [result])
  }
  return new Map([...groups].map(([name, group]) => [name, countVerdicts(group)]))
}

/** Whether nothing in the report stands against the implementation or the suite. */
export function succeeded(report: Report): boolean {
  return report.results.every(result => isGood(result.verdict))
}

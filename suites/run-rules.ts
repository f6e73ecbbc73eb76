import type { Adapter, Limits } from '../adapters/adapter.ts'
import { defaultLimits } from '../adapters/adapter.ts'
import type { Clock, Level, Rule, Scenario } from '../spec/rule.ts'
import { parseVersion } from '../spec/version.ts'
import { scenarioNotApplicable } from './applicability.ts'
import type { Baseline } from './baseline.ts'
import { isKnown } from './baseline.ts'
import { breather } from './breather.ts'
import { checkedLevel } from './checked-level.ts'
import { guardedRun } from './guarded-run.ts'
import { judge } from './judge.ts'
import { programOf } from './program-of.ts'
import type { Report, Result } from './report.ts'
import type { Errored, Fail, Verdict } from './verdict.ts'

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

interface Job {
  readonly rule: Rule
  readonly scenario: Scenario
}

/** Programs under way at once: enough to keep a child process busy, few enough to keep its pipes from filling. */
const window = 64

/**
 * Runs every scenario of `rules`, many at a time, and after them those on the real clock, one after the other; the report has
 * them in the order of the rules. Whatever the adapter does becomes a verdict; only a `claims` that is no version, a level or
 * limits that are none reject, before anything is run.
 */
export async function runRules(options: RunRulesOptions): Promise<Report> {
  const { adapter, rules, onResult } = options
  const level = checkedLevel(adapter, options.level)
  const { name, claims, clock } = adapter
  try {
    parseVersion(claims)
  } catch (error) {
    throw new TypeError(`adapter ${name} claims ${JSON.stringify(claims)}, which is no asyncio version: write '3.14'`, { cause: error })
  }
  const start = performance.now()
  const decide = decider({ ...options, level })
  const jobs: readonly Job[] = rules.flatMap(rule => rule.scenarios.map(scenario => ({ rule, scenario })))
  const results = Array.from<Result | undefined>({ length: jobs.length })
  const breath = breather()
  const work = async (queue: Iterator<readonly [number, Job]>) => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const [index, job] = next.value
      const result = { ...job, ...await decide(job.rule, job.scenario) }
      results[index] = result
      onResult?.(result)
      await breath()
    }
  }
  const on = (clock: Clock) => [...jobs.entries()].filter(([, { rule }]) => rule.clock === clock)
  const virtual = on('virtual').values()
  await Promise.all(Array.from({ length: window }, () => work(virtual)))
  const virtualMilliseconds = performance.now() - start
  await work(on('real').values())
  return {
    adapter: { name, claims, clock }, level,
    results: results.filter(result => result !== undefined),
    untestable: rules.filter(rule => rule.untestable !== undefined),
    milliseconds: virtualMilliseconds,
    realMilliseconds: performance.now() - start - virtualMilliseconds,
  }
}

/** How one scenario comes to its verdict: adapter, baseline, oracle, in this order. */
function decider({ adapter, level, limits = defaultLimits, baseline, oracle }: RunRulesOptions & { readonly level: Level }) {
  const run = guardedRun(adapter, limits)
  const runOracle = oracle && guardedRun(oracle, limits)

  return async (rule: Rule, scenario: Scenario): Promise<{ readonly verdict: Verdict, readonly milliseconds: number }> => {
    const reason = scenarioNotApplicable(rule, scenario, adapter, level)
    if (reason) return { verdict: reason, milliseconds: 0 }
    const answer = await run(programOf(rule, scenario))
    const milliseconds = answer.kind === 'finished' ? answer.milliseconds : 0
    const judgement = judge(rule, scenario, adapter, answer)
    const known = baseline?.get(scenario.id)
    switch (judgement.kind) {
      case 'not applicable': return { verdict: judgement, milliseconds }
      case 'pass': return { verdict: known ? { kind: 'unexpected pass' } : judgement, milliseconds }
      case 'fail':
      case 'error':
        if (known && isKnown(judgement, known)) return { verdict: { kind: 'expected fail', failure: judgement }, milliseconds }
        return { verdict: await doubt(rule, scenario, judgement) ?? judgement, milliseconds }
    }
  }

  /** The verdict `suite bug`, if the oracle does not do what the document says either. */
  async function doubt(rule: Rule, scenario: Scenario, failure: Fail | Errored): Promise<Verdict | undefined> {
    if (!oracle || !runOracle || scenarioNotApplicable(rule, scenario, oracle, 'CPYTHON')) return undefined
    const opinion = judge(rule, scenario, oracle, await runOracle(programOf(rule, scenario)))
    if (opinion.kind !== 'fail') return undefined
    const { kind: _, ...mismatch } = opinion
    return { kind: 'suite bug', oracle: oracle.name, mismatch, failure }
  }
}

import type { Adapter, Run } from '../adapters/adapter.ts'
import { matchTrace } from '../spec/match-trace.ts'
import type { Rule, Scenario } from '../spec/rule.ts'
import { expectationFor } from './applicability.ts'
import type { Errored, Fail, NotApplicable } from './verdict.ts'

/** What a run of one scenario says, before baseline and oracle are heard. */
export type Judgement = { readonly kind: 'pass' } | Fail | Errored | NotApplicable

/** Compares a run with the trace that the document has for the version which `adapter` claims; times only where both clocks are virtual. */
export function judge(rule: Rule, scenario: Scenario, adapter: Pick<Adapter, 'claims' | 'clock'>, run: Run): Judgement {
  if (run.kind === 'faulted') return { kind: 'error', fault: run.fault, message: run.message }
  const expectation = expectationFor(scenario, adapter.claims)
  if (!expectation) return { kind: 'not applicable', reason: 'version', explanation: `no trace was recorded for ${adapter.claims}` }
  const times = rule.clock === 'virtual' && adapter.clock === 'virtual'
  const difference = matchTrace(expectation.trace, run.trace, { times })
  if (!difference) return { kind: 'pass' }
  return { kind: 'fail', difference, expected: expectation.trace, actual: run.trace, times }
}

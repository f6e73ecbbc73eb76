import type { Program } from '../spec/program.ts'
import type { Rule, Scenario } from '../spec/rule.ts'

/** What an adapter is asked to run for a scenario of `rule`. */
export function programOf(rule: Rule, { id, source }: Scenario): Program {
  return rule.clock === 'real' ? { id, source, clock: 'real' } : { id, source }
}

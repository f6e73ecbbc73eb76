import type { Adapter } from '../adapters/adapter.ts'
import { isWithin } from '../spec/level.ts'
import type { Expectation, Level, Rule, Scenario } from '../spec/rule.ts'
import { inRange, parseVersion, rangeText } from '../spec/version.ts'
import type { NotApplicable } from './verdict.ts'

/** The trace that a scenario must leave on an asyncio of version `claims`, if the document has one for it. */
export function expectationFor(scenario: Scenario, claims: string): Expectation | undefined {
  const version = parseVersion(claims)
  return scenario.expectations.find(({ range }) => inRange(version, range))
}

/** Why a rule says nothing about an adapter, of the levels up to `level`; nothing when it does. */
export function ruleNotApplicable(rule: Rule, adapter: Adapter, level: Level): NotApplicable | undefined {
  if (!isWithin(rule.level, level)) return because('level', `of level ${rule.level}`)
  const lacking = rule.needs.filter(capability => adapter.lacks.includes(capability))
  if (lacking.length > 0) return because('capability', `lacks ${lacking.join(', ')}`)
  const holds = { from: parseVersion(rule.since, 0), ...(rule.until === undefined ? {} : { to: parseVersion(rule.until) }) }
  const oldest = { ...holds, ...(rule.since === '3.8' ? { from: [0, 0, 0] as const } : {}) }
  return inRange(parseVersion(adapter.claims), oldest) ? undefined : because('version', `holds for ${rangeText(holds)}, not ${adapter.claims}`)
}

/** Why a scenario is not to be run on an adapter; nothing when it is. */
export function scenarioNotApplicable(rule: Rule, scenario: Scenario, adapter: Adapter, level: Level): NotApplicable | undefined {
  const reason = ruleNotApplicable(rule, adapter, level)
  if (reason) return reason
  const expectation = expectationFor(scenario, adapter.claims)
  if (expectation === undefined) return because('version', `no trace was recorded for ${adapter.claims}`)
  const ending = expectation.trace.text.split('\n').at(-1)
  if (adapter.clock === 'real' && (ending === '=> deadlock' || ending === '=> step limit'))
    return because('clock', `${ending?.slice(3)} is seen on a virtual clock only`)
  return undefined
}

function because(reason: NotApplicable['reason'], explanation: string): NotApplicable {
  return { kind: 'not applicable', reason, explanation }
}

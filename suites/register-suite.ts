import { join } from 'node:path'
import { describe, test } from 'vitest'
import type { Adapter, Limits } from '../adapters/adapter.ts'
import { defaultLimits } from '../adapters/adapter.ts'
import type { Spec } from '../spec/chapter.ts'
import { packageFolder } from '../spec/load-spec.ts'
import type { Level, Place, Rule } from '../spec/rule.ts'
import { ruleNotApplicable, scenarioNotApplicable } from './applicability.ts'
import { checkedLevel } from './checked-level.ts'
import { drawMismatch } from './drawing.ts'
import { guardedRun } from './guarded-run.ts'
import { indented } from './indented.ts'
import { judge } from './judge.ts'
import { programOf } from './program-of.ts'
import type { Property, PropertyOptions } from './property.ts'
import type { Suite } from './suite.ts'

export interface RegisterOptions extends PropertyOptions {
  /** The strictest level to run; by default the one that the adapter claims. */
  readonly level?: Level
  readonly limits?: Limits
}

/** Registers a chapter's scenarios and properties as vitest tests, each named by its rule. Throws an Error for a chapter or rule that the spec does not have, a level or limits that are none. */
export function registerSuite(suite: Suite, spec: Spec, adapter: Adapter, options: RegisterOptions = {}): void {
  const { limits = defaultLimits } = options
  const level = checkedLevel(adapter, options.level)
  const chapter = spec.chapters.find(({ name }) => name === suite.chapter)
  if (!chapter) throw new Error(`suites/${suite.chapter}.suite.ts: spec/README.md lists no chapter ${suite.chapter}`)
  const run = guardedRun(adapter, limits)
  const milliseconds = (limits.seconds + 30) * 1000

  describe(chapter.title, () => {
    for (const rule of chapter.rules) {
      for (const scenario of rule.scenarios) {
        test(scenario.id, { timeout: milliseconds }, async ({ skip }) => {
          const reason = scenarioNotApplicable(rule, scenario, adapter, level)
          if (reason) return skip(reason.explanation)
          const verdict = judge(rule, scenario, adapter, await run(programOf(rule, scenario)))
          switch (verdict.kind) {
            case 'pass': return
            case 'not applicable': return skip(verdict.explanation)
            case 'error': throw failure(rule, scenario.place, `${verdict.fault}: ${verdict.message}`)
            case 'fail': throw failure(rule, scenario.place, `${drawMismatch(verdict)}\n\n${indented(scenario.source.trimEnd())}`)
          }
        })
      }
    }
    for (const property of suite.properties) registerProperty(property)
  })

  function registerProperty(property: Property): void {
    const rule = chapter?.rules.find(({ id }) => id === property.rule)
    if (!rule) throw new Error(`suites/${suite.chapter}.suite.ts: spec/${suite.chapter}.md has no rule ${property.rule}`)
    test(`${rule.id}: ${property.says}`, { timeout: 10 * milliseconds }, async ({ skip }) => {
      const reason = ruleNotApplicable(rule, adapter, level)
      if (reason) return skip(reason.explanation)
      if (adapter.clock === 'real') return skip('generated programs need a virtual clock')
      const counterexample = await property.counterexample(run, options)
      if (counterexample !== undefined) throw failure(rule, rule.place, counterexample)
    })
  }
}

/** An error that shows the rule and points at its place in the document instead of into this file. */
function failure(rule: Rule, { file, line }: Place, what: string): Error {
  const error = new Error(`${rule.id} (${rule.level}): ${rule.text}\n\n${what}\n`)
  error.name = 'RuleBroken'
  error.stack = `${error.name}: ${error.message}\n    at ${rule.id} (${join(packageFolder(), file)}:${line}:1)`
  return error
}

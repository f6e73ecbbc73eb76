import type { Rule, Scenario } from '../spec/rule.ts'
import { rangeText } from '../spec/version.ts'
import { indented } from '../suites/indented.ts'
import type { Command } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { named } from './named.ts'
import { didYouMean } from './nearest.ts'
import { parseOptions } from './parse-options.ts'
import { readSpec } from './read-spec.ts'
import { style, type Style } from './style.ts'
import { isColourful, write, type Terminal } from './terminal.ts'
import { UserError } from './user-error.ts'

const help = `Explains rules: text, program in Python, the same program in JavaScript, expected trace.

Usage: asyncio-conformance explain RULE… [--json]

Examples:
  asyncio-conformance explain gather.fail-fast
  asyncio-conformance explain gather.fail-fast --json
`

async function run(words: readonly string[], { stdout, env }: Terminal): Promise<ExitCode> {
  const { values, positionals: ids } = parseOptions('explain', words, { json: { type: 'boolean' } })
  if (ids.length === 0 || ids.includes('')) throw new UserError(exitCode.badInput, 'explain takes the id of a rule: asyncio-conformance list shows them')
  const spec = readSpec()
  const rules = ids.map((id) => ruleOf(id, spec.rules, spec.retired))
  const { toJavascript } = await import('./to-javascript.ts')
  const explained = rules.map((rule) => ({ ...rule, scenarios: rule.scenarios.map((scenario) => ({ ...scenario, javascript: toJavascript(scenario.source) })) }))
  await write(stdout, values.json ? explained.map((rule) => `${JSON.stringify(asData(rule), undefined, 2)}\n`).join('') : explained.map((rule) => asText(rule, style(isColourful(stdout, env)))).join('\n'))
  return exitCode.asExpected
}

function ruleOf(id: string, rules: readonly Rule[], retired: readonly string[]): Rule {
  const found = rules.find((rule) => rule.id === id)
  if (found !== undefined) return found
  if (retired.includes(id)) throw new UserError(exitCode.badInput, `rule ${named(id)} is retired: spec/retired.md`)
  throw new UserError(exitCode.badInput, `no rule ${named(id)}${didYouMean(id, rules.map((rule) => rule.id))}\nasyncio-conformance list shows them all.`)
}

/** A scenario with its program compiled, or why the compiler refuses it. */
type Translated = Scenario & { readonly javascript: { readonly code: string } | { readonly refused: string } }
type Explained = Omit<Rule, 'scenarios'> & { readonly scenarios: readonly Translated[] }

function asData({ scenarios, ...rule }: Explained) {
  return {
    ...rule,
    scenarios: scenarios.map(({ id, source, javascript, expectations }) => ({
      id,
      python: source,
      javascript,
      traces: expectations.map(({ range, trace }) => ({ versions: rangeText(range), trace: trace.text })),
    })),
  }
}

function asText(rule: Explained, paint: Style): string {
  const about = [
    rule.level,
    `since ${rule.since}`,
    ...(rule.until === undefined ? [] : [`until ${rule.until}`]),
    ...(rule.changed.length > 0 ? [`changed ${rule.changed.join(', ')}`] : []),
    ...(rule.clock === 'real' ? ['real clock'] : []),
    ...(rule.needs.length > 0 ? [`needs ${rule.needs.join(', ')}`] : []),
  ]
  const blocks = [
    `${paint.strong(rule.id)}\n${about.join(' · ')}\n${paint.faint([...rule.provenance, `${rule.place.file}:${rule.place.line}`].join(' · '))}`,
    rule.text.trim(),
    ...(rule.untestable === undefined ? [] : [`Not tested: ${rule.untestable}`]),
    ...rule.scenarios.flatMap((scenario) => [
      block('Python', scenario.source, paint),
      'code' in scenario.javascript ? block('JavaScript', scenario.javascript.code, paint) : block('JavaScript', `outside the subset: ${scenario.javascript.refused}`, paint),
      ...scenario.expectations.map(({ range, trace }) => block(`Trace${rangeText(range) === '' ? '' : ` on ${rangeText(range)}`}`, trace.text, paint)),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function block(title: string, text: string, paint: Style): string {
  return `${paint.strong(title)}\n${indented(text.trimEnd())}`
}

export const command: Command = { help, run }

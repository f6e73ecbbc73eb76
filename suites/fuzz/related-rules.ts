import type { Rule } from '../../spec/rule.ts'
import { namesIn } from './names-in.ts'

/** The rules whose programs share most with `source`, rare names counting more than frequent ones; the closest first. */
export function relatedRules(source: string, rules: readonly Rule[], most = 8): readonly Rule[] {
  const names = namesIn(source)
  const known = rules.map(rule => ({ rule, names: namesIn(rule.scenarios.map(scenario => scenario.source).join('\n')) }))
  const frequency = new Map<string, number>()
  for (const entry of known) for (const name of entry.names) frequency.set(name, (frequency.get(name) ?? 0) + 1)
  const weight = (name: string): number => Math.log(rules.length / (frequency.get(name) ?? rules.length))
  const sum = (of: Iterable<string>): number => [...of].reduce((total, name) => total + weight(name), 0)
  return known
    .map(entry => ({ rule: entry.rule, score: sum([...entry.names].filter(name => names.has(name))) / (1 + sum(new Set([...entry.names, ...names]))) }))
    .filter(({ score }) => score > 0.15)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ rule }) => rule)
}

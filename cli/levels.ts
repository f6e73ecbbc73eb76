import type { Level, Rule } from '../spec/rule.ts'

/** From what everyone must keep to exact scheduling. */
export const levels = ['MUST', 'SHOULD', 'CPYTHON'] as const satisfies readonly Level[]

/** The rules up to `level`. */
export function upTo(level: Level, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => levels.indexOf(rule.level) <= levels.indexOf(level))
}

import type { Rule } from '../spec/rule.ts'
import { exitCode } from './exit-code.ts'
import { globPattern } from './glob-pattern.ts'
import { named } from './named.ts'
import { didYouMean } from './nearest.ts'
import { UserError } from './user-error.ts'

/**
 * The rules whose id one of `globs` names, in the order of the document; all rules when there are no globs.
 *
 * Throws `UserError` for a glob that names no rule, with the ids nearest to it.
 */
export function rulesMatching(rules: readonly Rule[], globs: readonly string[]): readonly Rule[] {
  if (globs.length === 0) return rules
  const wanted = globs.map((glob) => ({ glob, pattern: globPattern(glob) }))
  for (const { glob, pattern } of wanted) {
    if (rules.some((rule) => pattern.test(rule.id))) continue
    throw new UserError(exitCode.badInput, `no rule ${named(glob)}${didYouMean(glob, rules.map((rule) => rule.id))}\nasyncio-conformance list shows them all.`)
  }
  return rules.filter((rule) => wanted.some(({ pattern }) => pattern.test(rule.id)))
}

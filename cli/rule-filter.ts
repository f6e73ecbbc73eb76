import type { Rule } from '../spec/rule.ts'
import { exitCode } from './exit-code.ts'
import { didYouMean } from './nearest.ts'
import { UserError } from './user-error.ts'

/**
 * The rules whose id one of `globs` names, in the order of the document; all rules when there are no globs.
 *
 * `*` is any text, `?` one character; `gather` without either is also every rule below it, `gather.fail-fast` and so on.
 * Throws `UserError` for a glob that names no rule, with the ids nearest to it.
 */
export function rulesMatching(rules: readonly Rule[], globs: readonly string[]): readonly Rule[] {
  if (globs.length === 0) return rules
  const wanted = globs.map((glob) => ({ glob, pattern: patternOf(glob) }))
  for (const { glob, pattern } of wanted) {
    if (rules.some((rule) => pattern.test(rule.id))) continue
    throw new UserError(exitCode.badInput, `no rule ${glob}${didYouMean(glob, rules.map((rule) => rule.id))}\nasyncio-conformance list shows them all.`)
  }
  return rules.filter((rule) => wanted.some(({ pattern }) => pattern.test(rule.id)))
}

function patternOf(glob: string): RegExp {
  const body = glob.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.')
  return new RegExp(/[*?]/.test(glob) ? `^${body}$` : `^${body}(\\..*)?$`)
}

import type { Result } from '../suites/report.ts'

/** Results by chapter, in the order in which chapters first appear. */
export function byChapter(results: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    const group = groups.get(result.rule.chapter)
    if (group === undefined) groups.set(result.rule.chapter, [result])
    else group.push(result)
  }
  return groups
}

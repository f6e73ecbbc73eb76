/** The `count` candidates that look most like `word`, best first; none that are farther than half of its length. */
export function nearest(word: string, candidates: Iterable<string>, count: number): string[] {
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, distance: candidate.startsWith(word) ? 0.5 : editDistance(word, candidate) }))
    .filter(({ distance }) => distance <= Math.max(2, word.length / 2))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** `: did you mean a, b or c?`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>, count = 3): string {
  const found = nearest(word, candidates, count)
  const last = found.pop()
  if (last === undefined) return ''
  return `: did you mean ${found.length > 0 ? `${found.join(', ')} or ${last}` : last}?`
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

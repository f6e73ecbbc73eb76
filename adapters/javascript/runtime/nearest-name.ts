const moveCost = 2
const caseCost = 1
const longest = 40

/** The one of `names` that somebody who wrote `name` may have meant. CPython 3.14 Python/suggestions.c, _Py_CalculateSuggestions */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Infinity
  for (const each of names) {
    if (each === name) continue
    const most = Math.min(Math.floor(((name.length + each.length + 3) * moveCost) / 6), least - 1)
    const distance = between(name, each, most)
    if (distance <= most) [nearest, least] = [each, distance]
  }
  return nearest
}

/** Levenshtein's distance, in which a letter of the other case costs half; more than `most` when it is more. */
function between(a: string, b: string, most: number): number {
  if (a.length > longest || b.length > longest) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i * moveCost)
  for (let i = 0; i < a.length; i++) {
    const next = [(i + 1) * moveCost]
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + substitution(a.charAt(i), b.charAt(j)), (row[j + 1] ?? 0) + moveCost, (next[j] ?? 0) + moveCost))
    }
    row = next
  }
  return row[b.length] ?? most + 1
}

function substitution(a: string, b: string): number {
  if (a === b) return 0
  return a.toLowerCase() === b.toLowerCase() ? caseCost : moveCost
}

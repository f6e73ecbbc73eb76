import { ask, equal, isNumeric } from './equal.ts'
import { TypeError } from './exceptions/errors.ts'
import { typeName } from './type-name.ts'

/** Python's `a < b` for numbers, strings, sequences and objects with `__lt__` or `__gt__`; throws `TypeError` for others. */
export function lessThan(a: unknown, b: unknown): boolean {
  if (isNumeric(a) && isNumeric(b)) return a < b
  if (typeof a === 'string' && typeof b === 'string') return textLess(a, b)
  if (Array.isArray(a) && Array.isArray(b) && typeName(a) === typeName(b)) return sequenceLess(a, b)
  const answer = ask(a, '__lt__', b) ?? ask(b, '__gt__', a)
  if (answer !== null) return answer
  throw new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`)
}

/** Python compares code points, JavaScript code units: they differ beyond the basic plane. */
function textLess(a: string, b: string): boolean {
  const ofB = b[Symbol.iterator]()
  for (const character of a) {
    const other = ofB.next()
    if (other.done) return false
    // What lies beyond the basic plane takes two code units, and then both order alike.
    if (character.length !== other.value.length) return character.length < other.value.length
    if (character !== other.value) return character < other.value
  }
  return !ofB.next().done
}

function sequenceLess(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (const [index, item] of a.entries()) {
    if (index >= b.length) return false
    if (!equal(item, b[index])) return lessThan(item, b[index])
  }
  return a.length < b.length
}

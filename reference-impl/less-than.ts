import { TypeError } from './exceptions/errors.ts'
import { typeName } from './repr.ts'

/** Python's `a < b` for numbers, strings, sequences and objects with `__lt__` or `__gt__`; throws `TypeError` for others. */
export function lessThan(a: unknown, b: unknown): boolean {
  if (isNumeric(a) && isNumeric(b)) return a < b
  if (typeof a === 'string' && typeof b === 'string') return textLess(a, b)
  if (Array.isArray(a) && Array.isArray(b) && typeName(a) === typeName(b)) return sequenceLess(a, b)
  const answer = ask(a, '__lt__', b) ?? ask(b, '__gt__', a)
  if (answer !== null) return answer
  throw new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`)
}

function isNumeric(value: unknown): value is number | boolean | bigint {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
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

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (isNumeric(a) && isNumeric(b)) return Number(a) === Number(b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]))
  return ask(a, '__eq__', b) ?? ask(b, '__eq__', a) ?? false
}

/** What the object's own comparison says; `null` when it has none or does not know. */
function ask(object: unknown, name: '__lt__' | '__gt__' | '__eq__', other: unknown): boolean | null {
  if (typeof object !== 'object' || object === null) return null
  const method: unknown = Reflect.get(object, name)
  if (typeof method !== 'function') return null
  const answer: unknown = Reflect.apply(method, object, [other])
  return typeof answer === 'boolean' ? answer : null
}

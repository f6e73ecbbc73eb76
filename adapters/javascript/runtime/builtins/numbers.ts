import { methodOf } from '../callable.ts'
import { raise } from '../raise.ts'
import { rounded } from '../decimal.ts'
import { typeName } from '../type-name.ts'

function integer(x: unknown): number {
  if (typeof x === 'boolean' || (typeof x === 'number' && Number.isInteger(x))) return Number(x)
  return raise('TypeError', `'${typeName(x)}' object cannot be interpreted as an integer`)
}

/** Python's `abs(x)`. */
export function abs(x: unknown): unknown {
  if (typeof x === 'number' || typeof x === 'boolean') return Math.abs(Number(x))
  const own = methodOf(x, '__abs__')
  return own === undefined ? raise('TypeError', `bad operand type for abs(): '${typeName(x)}'`) : own.call(x)
}

/** Python's `round(x, digits)`: ties to even. */
export function round(x: unknown, digits: unknown = null): unknown {
  if (typeof x === 'number' || typeof x === 'boolean') return rounded(Number(x), digits === null ? 0 : integer(digits))
  const own = methodOf(x, '__round__')
  return own === undefined ? raise('TypeError', `type ${typeName(x)} doesn't define __round__ method`) : own.call(x, digits)
}

function inBase(x: unknown, radix: number, prefix: string): string {
  const value = integer(x)
  return `${value < 0 ? '-' : ''}0${prefix}${Math.abs(value).toString(radix)}`
}

/** Python's `bin(x)`. */
export function bin(x: unknown): string {
  return inBase(x, 2, 'b')
}

/** Python's `oct(x)`. */
export function oct(x: unknown): string {
  return inBase(x, 8, 'o')
}

/** Python's `hex(x)`. */
export function hex(x: unknown): string {
  return inBase(x, 16, 'x')
}

/** Python's `chr(code)`. @throws ValueError `chr() arg not in range(0x110000)` */
export function chr(code: unknown): string {
  const value = integer(code)
  return value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : raise('ValueError', 'chr() arg not in range(0x110000)')
}

/** Python's `ord(character)`. */
export function ord(character: unknown): number {
  if (typeof character !== 'string') raise('TypeError', `ord() expected string of length 1, but ${typeName(character)} found`)
  const [first, ...rest] = character
  if (first === undefined || rest.length > 0) raise('TypeError', `ord() expected a character, but string of length ${[...character].length} found`)
  return first.codePointAt(0) ?? 0
}

import { FrozenSet, PySet } from './set.ts'
import { Dict } from './dict.ts'
import { bytesPercent } from './bytes-percent.ts'
import { formatPercent } from './format-percent.ts'
import { isClassLike } from './class-name.ts'
import { methodOf } from './callable.ts'
import { NotImplemented } from './singletons.ts'
import { raise } from './raise.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'

type Symbol_ = '+' | '-' | '*' | '/' | '//' | '%' | '** or pow()' | '<<' | '>>' | '&' | '|' | '^' | '@'

const methods: Readonly<Record<Symbol_, string>> = {
  '+': 'add', '-': 'sub', '*': 'mul', '/': 'truediv', '//': 'floordiv', '%': 'mod', '** or pow()': 'pow',
  '<<': 'lshift', '>>': 'rshift', '&': 'and', '|': 'or', '^': 'xor', '@': 'matmul',
}

function isNumeric(x: unknown): x is number | boolean {
  return typeof x === 'number' || typeof x === 'boolean'
}

/** The operator methods of two objects, Python's reflected one second; TypeError when neither answers. */
function byMethod(symbol: Symbol_, a: unknown, b: unknown): unknown {
  const name = methods[symbol]
  const own = methodOf(a, `__${name}__`)
  const answer = own === undefined ? NotImplemented : own.call(a, b)
  if (answer !== NotImplemented) return answer
  const reflected = methodOf(b, `__r${name}__`)
  const second = reflected === undefined ? NotImplemented : reflected.call(b, a)
  if (second !== NotImplemented) return second
  return raise('TypeError', `unsupported operand type(s) for ${symbol}: '${typeName(a)}' and '${typeName(b)}'`)
}

/** Python's `a + b`. */
export function add(a: unknown, b: unknown): unknown {
  if (isNumeric(a) && isNumeric(b)) return Number(a) + Number(b)
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple) return a instanceof Tuple ? Tuple.of(...a, ...b) : [...a, ...b]
  if (a instanceof Uint8Array && b instanceof Uint8Array) return joined(a, b)
  if ((typeof a === 'string' || Array.isArray(a)) && methodOf(b, '__radd__') === undefined) {
    raise('TypeError', `can only concatenate ${typeName(a)} (not "${typeName(b)}") to ${typeName(a)}`)
  }
  return byMethod('+', a, b)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Python's `a - b`. */
export function sub(a: unknown, b: unknown): unknown {
  if (isNumeric(a) && isNumeric(b)) return Number(a) - Number(b)
  if (a instanceof Set && b instanceof Set) return likeSet(a, (element) => !b.has(element))
  return byMethod('-', a, b)
}

/** Python's `a * b`. */
export function mul(a: unknown, b: unknown): unknown {
  if (isNumeric(a)) return isNumeric(b) ? Number(a) * Number(b) : isSequence(b) ? repeat(b, a) : byMethod('*', a, b)
  return isSequence(a) && methodOf(b, '__rmul__') === undefined ? repeat(a, b) : byMethod('*', a, b)
}

function isSequence(x: unknown): x is string | unknown[] | Uint8Array {
  return typeof x === 'string' || Array.isArray(x) || x instanceof Uint8Array
}

function repeat(sequence: string | unknown[] | Uint8Array, times: unknown): unknown {
  if (!isNumeric(times) || !Number.isInteger(Number(times))) raise('TypeError', `can't multiply sequence by non-int of type '${typeName(times)}'`)
  const count = Math.max(0, Number(times))
  if (typeof sequence === 'string') return sequence.repeat(count)
  if (sequence instanceof Uint8Array) {
    const bytes = new Uint8Array(sequence.length * count)
    if (bytes.length > 0) Buffer.from(bytes.buffer).fill(sequence)
    return bytes
  }
  const repeated = sequence instanceof Tuple ? Tuple.of<unknown>() : []
  for (let i = 0; i < count; i++) for (const element of sequence) repeated.push(element)
  return repeated
}

function divisor(b: number | boolean): number {
  return Number(b) === 0 ? raise('ZeroDivisionError', 'division by zero') : Number(b)
}

/** Python's `a / b`. @throws ZeroDivisionError `division by zero` */
export function div(a: unknown, b: unknown): unknown {
  return isNumeric(a) && isNumeric(b) ? Number(a) / divisor(b) : byMethod('/', a, b)
}

/** Python's `a // b`: the floor. @throws ZeroDivisionError */
export function floorDiv(a: unknown, b: unknown): unknown {
  if (!isNumeric(a) || !isNumeric(b)) return byMethod('//', a, b)
  // Through the remainder, as CPython's float_floor_div: the quotient itself may round up (1 // 0.1 is 9).
  return Math.round((Number(a) - remainder(Number(a), divisor(b))) / Number(b)) + 0
}

/** Python's `a % b`: the sign of the divisor; formatting when `a` is a text. @throws ZeroDivisionError */
export function mod(a: unknown, b: unknown): unknown {
  if (isNumeric(a) && isNumeric(b)) return remainder(Number(a), divisor(b))
  if (typeof a === 'string') return formatPercent(a, b)
  return a instanceof Uint8Array ? bytesPercent(a, b) : byMethod('%', a, b)
}

function remainder(a: number, b: number): number {
  const rest = a % b
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0
}

/** Python's `divmod(a, b)`. */
export function divmod(a: unknown, b: unknown): Tuple {
  return Tuple.of(floorDiv(a, b), mod(a, b))
}

/** Python's `a ** b` and `pow(a, b, modulus)`. */
export function pow(a: unknown, b: unknown, modulus?: unknown): unknown {
  if (!isNumeric(a) || !isNumeric(b)) return byMethod('** or pow()', a, b)
  if (isNumeric(modulus)) return Number(modularPower(BigInt(a), BigInt(b), BigInt(modulus)))
  if (Number(a) === 0 && Number(b) < 0) raise('ZeroDivisionError', 'zero to a negative power')
  return Number(a) ** Number(b)
}

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) raise('ValueError', 'pow() 3rd argument cannot be 0')
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return ((result % modulus) + modulus) % modulus
}

/** Python's `a @ b`. */
export function matMul(a: unknown, b: unknown): unknown {
  return byMethod('@', a, b)
}

/** Integers of any width: JavaScript's own operators stop at 32 bits. */
function bitwise(symbol: Symbol_, a: unknown, b: unknown, of: (a: bigint, b: bigint) => bigint): unknown {
  if (typeof a === 'boolean' && typeof b === 'boolean') return Boolean(of(BigInt(a), BigInt(b)))
  if (isNumeric(a) && isNumeric(b) && Number.isInteger(Number(a)) && Number.isInteger(Number(b))) return Number(of(BigInt(a), BigInt(b)))
  return byMethod(symbol, a, b)
}

/** Python's `a & b`: integers, sets. */
export function bitAnd(a: unknown, b: unknown): unknown {
  if (a instanceof Set && b instanceof Set) return likeSet(a, (element) => b.has(element))
  return bitwise('&', a, b, (x, y) => x & y)
}

/** Python's `a | b`: integers, sets, dicts, and types as in `int | None`. */
export function bitOr(a: unknown, b: unknown): unknown {
  if (a instanceof Set && b instanceof Set) return likeSet(a, () => true, b)
  if (a instanceof Map && b instanceof Map) {
    const merged = new Dict()
    for (const [key, value] of [...a, ...b]) merged.set(key, value)
    return merged
  }
  if ((isClassLike(a) || a === null) && (isClassLike(b) || b === null)) return Tuple.of(a, b)
  return bitwise('|', a, b, (x, y) => x | y)
}

/** Python's `a ^ b`: integers, sets. */
export function bitXor(a: unknown, b: unknown): unknown {
  if (a instanceof Set && b instanceof Set) return likeSet(a, (element) => !b.has(element), new Set([...b].filter((element) => !a.has(element))))
  return bitwise('^', a, b, (x, y) => x ^ y)
}

function likeSet(a: ReadonlySet<unknown>, keep: (element: unknown) => boolean, also: Iterable<unknown> = []): PySet {
  const result = a instanceof FrozenSet ? new FrozenSet() : new PySet()
  for (const element of a) if (keep(element)) result.add(element)
  for (const element of also) result.add(element)
  return result
}

/** Python's `a << b`. @throws ValueError `negative shift count` */
export function shiftLeft(a: unknown, b: unknown): unknown {
  return bitwise('<<', a, shiftCount(b), (x, y) => x << y)
}

/** Python's `a >> b`. */
export function shiftRight(a: unknown, b: unknown): unknown {
  return bitwise('>>', a, shiftCount(b), (x, y) => x >> y)
}

function shiftCount(b: unknown): unknown {
  return isNumeric(b) && Number(b) < 0 ? raise('ValueError', 'negative shift count') : b
}

function unary(symbol: string, name: string, x: unknown): unknown {
  const own = methodOf(x, name)
  return own === undefined ? raise('TypeError', `bad operand type for unary ${symbol}: '${typeName(x)}'`) : own.call(x)
}

/** Python's `-x`. */
export function neg(x: unknown): unknown {
  return isNumeric(x) ? 0 - Number(x) : unary('-', '__neg__', x)
}

/** Python's `+x`. */
export function pos(x: unknown): unknown {
  return isNumeric(x) ? Number(x) : unary('+', '__pos__', x)
}

/** Python's `~x`. */
export function bitNot(x: unknown): unknown {
  return isNumeric(x) && Number.isInteger(Number(x)) ? -Number(x) - 1 : unary('~', '__invert__', x)
}

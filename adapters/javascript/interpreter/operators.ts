import {
  add, bitAnd, bitNot, bitOr, bitXor, contains, div, eq, floorDiv, formatPercent, ge, gt, iadd, iand, imul, ior, is_, isub, ixor, le, lt, matMul, mod, mul, ne, neg, pos, pow, shiftLeft, shiftRight, sub, truthy,
} from '../runtime/index.ts'

type Binary = (left: unknown, right: unknown) => unknown

const binaries: Readonly<Record<string, Binary>> = {
  Add: add, Sub: sub, Mult: mul, Div: div, FloorDiv: floorDiv, Mod: (left, right) => (typeof left === 'string' ? formatPercent(left, right) : mod(left, right)), Pow: pow,
  LShift: shiftLeft, RShift: shiftRight, BitOr: bitOr, BitXor: bitXor, BitAnd: bitAnd, MatMult: matMul,
}

const inPlace: Readonly<Record<string, Binary>> = { ...binaries, Add: iadd, Sub: isub, Mult: imul, BitOr: ior, BitAnd: iand, BitXor: ixor }

const comparisons: Readonly<Record<string, Binary>> = {
  Eq: eq, NotEq: ne, Lt: lt, LtE: le, Gt: gt, GtE: ge,
  Is: isSame, IsNot: (left, right) => !isSame(left, right),
  In: (left, right) => contains(right, left), NotIn: (left, right) => !contains(right, left),
}

const unaries: Readonly<Record<string, (value: unknown) => unknown>> = { Not: (value) => !truthy(value), USub: neg, UAdd: pos, Invert: bitNot }

/** `a + b`; `op` is the name of the operator in CPython's tree. */
export function binary(op: string, left: unknown, right: unknown): unknown {
  return found(binaries, op)(left, right)
}

/** What `a += b` gives to `a`. */
export function augmented(op: string, left: unknown, right: unknown): unknown {
  return found(inPlace, op)(left, right)
}

export function comparison(op: string, left: unknown, right: unknown): unknown {
  return found(comparisons, op)(left, right)
}

export function unary(op: string, value: unknown): unknown {
  return found(unaries, op)(value)
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === null || left === undefined || right === null || right === undefined) return (left ?? null) === (right ?? null)
  return is_(left, right)
}

function found<F>(table: Readonly<Record<string, F>>, op: string): F {
  const operator = table[op]
  if (operator === undefined) throw new Error(`no operator ${op}`)
  return operator
}

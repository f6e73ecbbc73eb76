import { integerFrom } from '../parse-number.ts'
import { iterate } from '../iterate.ts'
import { makeModule } from '../module.ts'
import { methodOf } from '../callable.ts'
import { mul } from '../arithmetic.ts'
import { numberRepr } from '../number-repr.ts'
import { options } from '../options.ts'
import { raise } from '../raise.ts'
import { Tuple } from '../tuple.ts'
import { typeName } from '../type-name.ts'

function real(x: unknown): number {
  if (typeof x === 'number' || typeof x === 'boolean') return Number(x)
  const own = methodOf(x, '__float__')
  return own === undefined ? raise('TypeError', `must be real number, not ${typeName(x)}`) : Number(own.call(x))
}

/** A function of real numbers; `nan` out of real input is Python's domain error, which says what was `expected`. */
function of(f: (x: number) => number, expected = 'a finite input'): (x: unknown) => number {
  return (x) => {
    const argument = real(x)
    const result = f(argument)
    if (Number.isNaN(result) && !Number.isNaN(argument)) raise('ValueError', `expected ${expected}, got ${floatText(argument)}`)
    if (result === Infinity && argument !== Infinity) raise('OverflowError', 'math range error')
    return result
  }
}

/** The number as Python's float writes it; messages show the argument after its conversion. */
function floatText(x: number): string {
  return Number.isInteger(x) ? x.toFixed(1) : numberRepr(x)
}

function index(x: unknown): number {
  return Number.isInteger(x) || typeof x === 'boolean' ? Number(x) : raise('TypeError', `'${typeName(x)}' object cannot be interpreted as an integer`)
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b)
}

function logarithm(x: unknown, base?: unknown): number {
  const argument = real(x)
  if (argument <= 0) raise('ValueError', `expected a positive input${Number.isInteger(x) ? '' : `, got ${numberRepr(argument)}`}`)
  if (base === undefined) return Math.log(argument)
  return base === 2 ? Math.log2(argument) : base === 10 ? Math.log10(argument) : Math.log(argument) / Math.log(real(base))
}

function isclose(a: unknown, b: unknown, ...rest: readonly unknown[]): boolean {
  const [, keywords] = options(rest)
  const [x, y] = [real(a), real(b)]
  if (x === y) return true
  return Math.abs(x - y) <= Math.max(Number(keywords['rel_tol'] ?? keywords['relTol'] ?? 1e-9) * Math.max(Math.abs(x), Math.abs(y)), Number(keywords['abs_tol'] ?? keywords['absTol'] ?? 0))
}

function factorial(x: unknown): number {
  let result = 1
  if (index(x) < 0) raise('ValueError', 'factorial() not defined for negative values')
  for (let factor = 2; factor <= index(x); factor++) result *= factor
  return result
}

/** Python's `math`. */
export const math = makeModule('math', {
  pi: Math.PI, e: Math.E, tau: 2 * Math.PI, inf: Infinity, nan: Number.NaN,
  floor: (x: unknown) => integerFrom(Math.floor(real(x))),
  ceil: (x: unknown) => integerFrom(Math.ceil(real(x))),
  trunc: (x: unknown) => integerFrom(real(x)),
  fabs: of(Math.abs), sqrt: of(Math.sqrt, 'a nonnegative input'), exp: of(Math.exp), sin: of(Math.sin), cos: of(Math.cos), tan: of(Math.tan),
  asin: of(Math.asin, 'a number in range from -1 up to 1'), acos: of(Math.acos, 'a number in range from -1 up to 1'), atan: of(Math.atan), sinh: of(Math.sinh), cosh: of(Math.cosh), tanh: of(Math.tanh),
  degrees: of((x) => (x * 180) / Math.PI), radians: of((x) => (x * Math.PI) / 180),
  atan2: (y: unknown, x: unknown) => Math.atan2(real(y), real(x)),
  hypot: (...x: readonly unknown[]) => Math.hypot(...x.map(real)),
  pow: (x: unknown, y: unknown) => real(x) ** real(y),
  fmod: (x: unknown, y: unknown) => real(x) % real(y),
  log: logarithm,
  log2: (x: unknown) => logarithm(x, 2),
  log10: (x: unknown) => logarithm(x, 10),
  isqrt: (x: unknown) => (index(x) < 0 ? raise('ValueError', 'isqrt() argument must be nonnegative') : Math.floor(Math.sqrt(index(x)))),
  copysign: (x: unknown, y: unknown) => Math.abs(real(x)) * (real(y) < 0 || Object.is(y, -0) ? -1 : 1),
  isnan: (x: unknown) => Number.isNaN(real(x)),
  isinf: (x: unknown) => Math.abs(real(x)) === Infinity,
  isfinite: (x: unknown) => Number.isFinite(real(x)),
  isclose, factorial,
  gcd: (...x: readonly unknown[]) => x.map((each) => integerFrom(each)).reduce(greatestDivisor, 0),
  lcm: (...x: readonly unknown[]) => x.map((each) => integerFrom(each)).reduce((a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / greatestDivisor(a, b)), 1),
  prod: (x: unknown) => [...iterate(x)].reduce(mul, 1),
  fsum: (x: unknown) => [...iterate(x)].map(real).reduce((total, element) => total + element, 0),
  modf: (x: unknown) => Tuple.of(real(x) % 1, Math.trunc(real(x))),
})

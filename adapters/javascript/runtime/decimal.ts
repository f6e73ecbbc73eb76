/** A finite number as `mantissa / 2 ** exponent`, exactly. */
function fraction(x: number): readonly [mantissa: bigint, exponent: bigint] {
  let exponent = 0
  let mantissa = x
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2
    exponent++
  }
  return [BigInt(mantissa), BigInt(exponent)]
}

/** `|x| * 10 ** digits` as an integer, ties to even, exactly: JavaScript's `toFixed` rounds ties up. */
function scaled(x: number, digits: number): bigint {
  const [mantissa, exponent] = fraction(Math.abs(x))
  const numerator = digits >= 0 ? mantissa * 10n ** BigInt(digits) : mantissa
  const denominator = digits >= 0 ? 1n << exponent : (1n << exponent) * 10n ** BigInt(-digits)
  const quotient = numerator / denominator
  const twice = (numerator % denominator) * 2n
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n)
  return up ? quotient + 1n : quotient
}

/** `|x|` with exactly `digits` decimals, as C's `%.*f`. */
export function fixed(x: number, digits: number): string {
  const text = scaled(x, digits).toString().padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** `|x|` as `digits + 1` significant digits and the decimal exponent of the first one. */
export function significant(x: number, digits: number): readonly [text: string, exponent: number] {
  if (x === 0) return ['0'.repeat(digits + 1), 0]
  let exponent = Number(Math.abs(x).toExponential().split('e')[1])
  let text = scaled(x, digits - exponent).toString()
  if (text.length > digits + 1) {
    exponent++
    text = scaled(x, digits - exponent).toString()
  }
  return [text, exponent]
}

/** `x` rounded to `digits` decimals (tens when negative), ties to even: Python's `round(x, digits)`. */
export function rounded(x: number, digits: number): number {
  if (!Number.isFinite(x) || (digits >= 0 && Number.isInteger(x))) return x
  const text = scaled(x, digits).toString()
  const value = Number(`${text}e${-digits}`)
  return x < 0 ? 0 - value : value
}

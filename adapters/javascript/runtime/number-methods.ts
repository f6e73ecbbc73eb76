type NumberMethod = (x: number, ...args: unknown[]) => unknown

/** Python's methods of `int` and `float`. */
export const numberMethods: Readonly<Record<string, NumberMethod>> = {
  bit_length: (x) => (x === 0 ? 0 : Math.abs(x).toString(2).length),
  bit_count: (x) => Math.abs(x).toString(2).replaceAll('0', '').length,
  is_integer: (x) => Number.isInteger(x),
  conjugate: (x) => x,
}

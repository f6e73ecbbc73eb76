type NumberMethod = (x: number, ...args: unknown[]) => unknown

/** Python's methods of `int` and `float`. */
export const numberMethods: Readonly<Record<string, NumberMethod>> = {
  bit_length: (x) => (x === 0 ? 0 : Math.abs(x).toString(2).length),
  bit_count: (x) => Math.abs(x).toString(2).replaceAll('0', '').length,
  is_integer: (x) => Number.isInteger(x),
  conjugate: (x) => x,
}

/** Python's methods of `bytes`. */
export const bytesMethods: Readonly<Record<string, (bytes: Uint8Array, ...args: unknown[]) => unknown>> = {
  decode: (bytes) => new TextDecoder().decode(bytes),
  hex: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
}

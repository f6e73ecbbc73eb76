/** Python's `repr` of a number; a float without fraction is written as an integer, as everywhere in a trace. */
export function numberRepr(x: number): string {
  if (Number.isInteger(x)) return String(x)
  if (Number.isNaN(x)) return 'nan'
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf'
  return Math.abs(x) >= 1e-4 ? String(x) : x.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
}

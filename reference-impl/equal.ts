/** Python's `a == b` for numbers, strings, sequences and objects with `__eq__`; other objects equal only themselves. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (isNumeric(a) && isNumeric(b)) return Number(a) === Number(b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]))
  return ask(a, '__eq__', b) ?? ask(b, '__eq__', a) ?? false
}

/** Whether Python compares it as a number. */
export function isNumeric(value: unknown): value is number | boolean | bigint {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
}

/** What the object's own comparison says; `null` when it has none or does not know. */
export function ask(object: unknown, name: '__lt__' | '__gt__' | '__eq__', other: unknown): boolean | null {
  if (typeof object !== 'object' || object === null) return null
  const method: unknown = Reflect.get(object, name)
  if (typeof method !== 'function') return null
  const answer: unknown = Reflect.apply(method, object, [other])
  return typeof answer === 'boolean' ? answer : null
}

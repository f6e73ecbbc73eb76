/** What an object has by a name; a keyed access, which V8 does much faster than `Reflect.get`. */
export function property(x: object, key: string): unknown {
  return isRecord(x) ? x[key] : undefined
}

function isRecord(x: object): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' || typeof x === 'function'
}

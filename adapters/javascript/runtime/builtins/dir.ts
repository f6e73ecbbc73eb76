import { snakeCase } from '../camel-case.ts'

/** Python's `dir(x)`: the names of the attributes and methods, sorted, without those every object has. */
export function dir(x: unknown): string[] {
  const names = new Set<string>()
  for (let at: unknown = x; typeof at === 'object' && at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) if (name !== 'constructor') names.add(snakeCase(name))
  }
  return [...names].toSorted()
}

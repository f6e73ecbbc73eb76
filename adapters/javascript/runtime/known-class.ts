import { isKnownClass } from './asyncio-parameters.ts'

const known = new WeakMap<object, string>()

/** The class of asyncio's whose methods `x` has, and by which it is known how they take their arguments; empty when there is none. */
export function knownClass(x: object): string {
  const prototype: unknown = Object.getPrototypeOf(x)
  if (typeof prototype !== 'object' || prototype === null) return ''
  let name = known.get(prototype)
  if (name === undefined) known.set(prototype, (name = found(prototype)))
  return name
}

function found(prototype: object): string {
  for (let each: unknown = prototype; typeof each === 'object' && each !== null; each = Object.getPrototypeOf(each)) {
    const { name } = each.constructor
    const title = name.endsWith('EventLoop') ? 'EventLoop' : name
    if (isKnownClass(title)) return title
  }
  return ''
}

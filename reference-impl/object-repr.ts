/**
 * CPython's plain `repr` of an object: `<asyncio.locks.Lock object at 0x…>`.
 * A class names its module in a static `__module__` of its own; one without it belongs to the program.
 */
export function objectRepr(value: object): string {
  const type = value.constructor
  return `<${ownText(type, '__module__') ?? '__main__'}.${ownText(type, '__qualname__') ?? type.name} object at 0x…>`
}

function ownText(type: Function, key: '__module__' | '__qualname__'): string | null {
  const value: unknown = Object.getOwnPropertyDescriptor(type, key)?.value
  return typeof value === 'string' ? value : null
}

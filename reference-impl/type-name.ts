/** Python's name of the type of a value, for messages. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined': return 'NoneType'
    case 'string': return 'str'
    case 'boolean': return 'bool'
    case 'number': return Number.isInteger(value) ? 'int' : 'float'
    case 'bigint': return 'int'
    case 'function': return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false ? 'type' : 'function'
    case 'symbol': return 'object'
    case 'object':
      if (value === null) return 'NoneType'
      if (Array.isArray(value)) return value.constructor === Array ? 'list' : value.constructor.name.toLowerCase()
      if (value instanceof Map) return 'dict'
      if (value instanceof Set) return 'set'
      return pythonTypeName(value)
  }
}

function pythonTypeName(value: object): string {
  if ('__typename__' in value && typeof value.__typename__ === 'string') return value.__typename__
  if (Symbol.iterator in value && String(value) === '[object Generator]') return 'generator'
  return className(value)
}

/** The name of an object's class; compiled programs give their classes Python's, which JavaScript's `name` need not be. */
export function className({ constructor }: object): string {
  const qualname: unknown = constructor !== undefined && Object.hasOwn(constructor, '__qualname__') ? Reflect.get(constructor, '__qualname__') : undefined
  return typeof qualname === 'string' ? qualname.slice(qualname.lastIndexOf('.') + 1) : constructor?.name ?? 'object'
}

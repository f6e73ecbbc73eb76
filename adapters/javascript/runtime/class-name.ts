/** A builtin type that is called like a function (`int`, `list`) carries this test for its instances. */
export const instanceTest = Symbol('instance test')

/** Runtime classes whose JavaScript name is not Python's carry the Python name here. */
export const pythonClassName = Symbol('Python name')

/** A class, or a builtin type of the runtime. */
export function isClassLike(x: unknown): boolean {
  return typeof x === 'function' && (instanceTest in x || Object.getOwnPropertyDescriptor(x, 'prototype')?.writable === false)
}

function ownText(x: object, key: string | symbol): string | undefined {
  const value: unknown = Object.hasOwn(x, key) ? Reflect.get(x, key) : undefined
  return typeof value === 'string' ? value : undefined
}

/** `__name__` of a function or class; reserved words of JavaScript lose the underscore they were given. */
export function pythonName(f: object): string {
  const name = ownText(f, pythonClassName) ?? ownText(f, '__name__') ?? lastOf(ownText(f, '__qualname__')) ?? (ownText(f, 'name') ?? 'object').replace(/(?<=[a-z])_$/, '')
  return name === '' ? '<lambda>' : name
}

function lastOf(dotted: string | undefined): string | undefined {
  return dotted?.slice(dotted.lastIndexOf('.') + 1)
}

/** `__qualname__` of a function or class, its name where it has none. */
export function qualifiedName(f: object): string {
  return ownText(f, '__qualname__') ?? pythonName(f)
}

/** A Python module that the runtime provides: an object of its exports with Python's name. */
export interface Module {
  readonly __name__: string
}

const modules = new WeakSet<object>()

/** Makes a module of `exports`; its functions are no methods. */
export function makeModule<T extends object>(name: string, exports: T): T & Module {
  const made = Object.assign({ __name__: name }, exports)
  modules.add(made)
  return made
}

export function isModule(x: object): x is Module {
  return modules.has(x)
}

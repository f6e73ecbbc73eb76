/** Writes values in Python's notation; `sorted` puts sets in the order of their elements' `repr`, as `log` does. */
export type Writer = (value: unknown) => string

/** A runtime object (`deque`, `range`) says its own `repr` by this method, given the writer for what it contains. */
export const writeRepr = Symbol('repr')

/** What has `writeRepr`. */
export interface Writable {
  [writeRepr](write: Writer): string
}

export function isWritable(x: object): x is Writable {
  return writeRepr in x
}

import { repr } from './repr.ts'
import { shortRepr } from './short-repr.ts'

/** A function that may say its Python name, and for which task it waits. */
export interface Callback {
  (...args: never[]): unknown
  __qualname__?: string
  /** @internal Set by `onBehalfOf`. */ _awaiter?: object | null
}

/** A callback as messages and `repr` show it: `name()`, `None()` for one taken back. CPython 3.14 format_helpers.py, without places in source. */
export function formatCallback(callback: Callback | null, args: readonly unknown[], debug: boolean): string {
  // What is no function goes to the loop as well, and fails when it is called.
  const name = callback === null ? 'None' : callback.__qualname__ ?? (typeof callback !== 'function' ? repr(callback) : callback.name === '' ? '<lambda>' : callback.name)
  return `${name}(${debug ? args.map(shortRepr).join(', ') : ''})`
}

import { repr } from './repr.ts'

/** A function that may say its Python name. */
export interface Callback {
  (...args: never[]): unknown
  __qualname__?: string
}

/** A callback as messages and `repr` show it: `name()`. CPython 3.14 format_helpers.py, without places in source. */
export function formatCallback(callback: Callback, args: readonly unknown[], debug: boolean): string {
  const name = callback.__qualname__ ?? (callback.name === '' ? '<lambda>' : callback.name)
  return `${name}(${debug ? args.map(repr).join(', ') : ''})`
}

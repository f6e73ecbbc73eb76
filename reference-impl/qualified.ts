import type { Callback } from './format-callback.ts'

/** Gives a function the qualified name under which CPython's `repr` shows it: `_wait.<locals>._on_completion`. */
export function qualified<F extends Callback>(name: string, fn: F): F {
  fn.__qualname__ = name
  return fn
}

import type { Callback } from './format-callback.ts'

/** Says that a done callback waits for `task`, which the call graph then shows; for nobody with `null`. */
export function onBehalfOf<F extends Callback>(task: object | null, callback: F): F {
  callback._awaiter = task
  return callback
}

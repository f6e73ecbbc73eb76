import { isCoroutineFunction } from './coroutine.ts'
import { TypeError } from './exceptions/errors.ts'
import { iscoroutine } from './iscoroutine.ts'
import { isCallable } from './operands.ts'
import { repr } from './repr.ts'

/** Throws TypeError for coroutines and coroutine functions, which are not to be given to `method`. */
export function refuseCoroutine(callback: unknown, method: string): void {
  if (iscoroutine(callback) || isCoroutineFunction(callback)) throw new TypeError(`coroutines cannot be used with ${method}()`)
}

/** Throws TypeError for what cannot be called. CPython 3.14 base_events.py, _check_callback. */
export function checkCallback(callback: unknown, method: string): void {
  refuseCoroutine(callback, method)
  if (!isCallable(callback)) {
    throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`)
  }
}

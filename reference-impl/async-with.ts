import { awaiting } from './awaiting.ts'
import type { CoroutineBody } from './coroutine.ts'
import type { FutureLike } from './ensure-future.ts'

/** What `async with` needs; `S` is `null` for managers that never swallow an exception. */
export interface AsyncContextManager<V, S extends boolean | null = boolean | null> {
  __aenter__(): FutureLike<V>
  __aexit__(type: unknown, error: unknown, traceback: unknown): FutureLike<S>
}

/**
 * Python's `async with manager as value: body`, for use with `yield*`; returns what `body` returns, or `null` when the
 * manager swallowed the exception that left it.
 *
 *     yield* asyncWith(lock, function* () { … })
 */
export function asyncWith<V, T>(
  manager: AsyncContextManager<V, null>, body: (value: V) => CoroutineBody<T>,
): CoroutineBody<T>
export function asyncWith<V, T>(
  manager: AsyncContextManager<V>, body: (value: V) => CoroutineBody<T>,
): CoroutineBody<T | null>
export function* asyncWith<V, T>(
  manager: AsyncContextManager<V>, body: (value: V) => CoroutineBody<T>,
): CoroutineBody<T | null> {
  const value = yield* awaiting(manager.__aenter__())
  let result: T
  try {
    result = yield* body(value)
  } catch (error) {
    const type = typeof error === 'object' && error !== null ? error.constructor : null
    if (yield* awaiting(manager.__aexit__(type, error, null))) return null
    throw error
  }
  yield* awaiting(manager.__aexit__(null, null, null))
  return result
}

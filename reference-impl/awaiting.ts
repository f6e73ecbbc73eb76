import { awaitable, type Awaitable } from './awaitable.ts'
import type { FutureLike } from './ensure-future.ts'
import { fromPromise } from './from-promise.ts'
import { isPromise } from './is-promise.ts'

/** What `await value` waits for, for use with `yield*`; takes promises as well. Throws `TypeError` for anything else. */
export function awaiting<T>(value: FutureLike<T>): Awaitable<T> {
  if (isPromise<T>(value)) return fromPromise(value)
  return awaitable(value)
}

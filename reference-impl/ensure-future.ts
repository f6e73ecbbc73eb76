import { awaitable, hasAwait, type AwaitableObject } from './awaitable.ts'
import { coroutine } from './coroutine.ts'
import type { CoroutineBase } from './coroutine-base.ts'
import type { EventLoop } from './event-loop.ts'
import { RuntimeError, TypeError, ValueError } from './exceptions/errors.ts'
import { fromPromise } from './from-promise.ts'
import type { Future } from './future.ts'
import { iscoroutine, type ForeignCoroutine } from './iscoroutine.ts'
import { isfuture } from './isfuture.ts'
import { isPromise } from './is-promise.ts'
import { getEventLoop } from './get-event-loop.ts'

export { hasAwait, type AwaitableObject }

/** What can be made a future: a future, a coroutine, an object with `__await__`, a promise. */
export type FutureLike<T> = Future<T> | CoroutineBase<T> | AwaitableObject<T> | PromiseLike<T>

/**
 * A future as it is, a task for a coroutine or another awaitable.
 *
 * Throws TypeError for anything else, ValueError for a future of another loop than `loop`.
 */
export function ensureFuture<T>(value: FutureLike<T>, options: { readonly loop?: EventLoop | null } = {}): Future<T> {
  const loop = options.loop ?? null
  if (isfuture<T>(value)) {
    if (loop !== null && loop !== value.getLoop()) {
      throw new ValueError('The future belongs to a different loop than the one specified as the loop argument')
    }
    return value
  }
  if (iscoroutine<T>(value)) return asTask(value, loop)
  if (hasAwait(value)) return (loop ?? getEventLoop()).createTask(_wrap_awaitable(value))
  if (isPromise(value)) return fromPromise(value, { loop })
  throw new TypeError('An asyncio.Future, a coroutine or an awaitable is required')
}

function asTask<T>(coro: CoroutineBase<T> | ForeignCoroutine<T>, loop: EventLoop | null): Future<T> {
  const target = loop ?? getEventLoop()
  try {
    return target.createTask(coro)
  } catch (error) {
    if (error instanceof RuntimeError) coro.close()
    throw error
  }
}

/** A coroutine for an object with `__await__`. */
export const _wrap_awaitable = coroutine(function* _wrap_awaitable<T>(value: AwaitableObject<T>) {
  return yield* awaitable(value)
}, 'ensure_future.<locals>._wrap_awaitable')

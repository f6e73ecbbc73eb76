import { asyncWith } from './async-with.ts'
import { awaiting } from './awaiting.ts'
import { coroutine, type CoroutineBody } from './coroutine.ts'
import { ensureFuture, type FutureLike } from './ensure-future.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { TimeoutError } from './exceptions/os-errors.ts'
import type { Future } from './future.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { checkComparable } from './operands.ts'
import { qualified } from './qualified.ts'
import { raisedFrom } from './raised-from.ts'
import { timeout as timeoutBlock } from './timeout.ts'

/**
 * Awaits `aw` for at most `timeout` seconds, `null` for no limit, and returns its result. When the time is up `aw` is
 * cancelled and its end awaited; then `TimeoutError` is thrown, unless it ended otherwise than by that cancellation.
 * CPython 3.14 `tasks.py`, `wait_for`.
 */
export const waitFor = coroutine(function* wait_for<T>(aw: FutureLike<T>, timeout: number | null) {
  if (timeout !== null) checkComparable(timeout, '<=')
  if (timeout !== null && timeout <= 0) {
    const future = ensureFuture(aw)
    if (future.done()) return future.result()
    yield* cancelAndWait(future)
    try {
      return future.result()
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error
      throw raisedFrom(new TimeoutError(), error)
    }
  }
  return yield* asyncWith(timeoutBlock(timeout), () => awaited(aw))
})

// Not within the call: V8 gives each generator function that runs a map of its own, which keeps all it sees until the next full collection.
function* awaited<T>(aw: FutureLike<T>): CoroutineBody<T> { return yield* awaiting(aw) }

/** Not by awaiting the future itself, so that this waiting can be cancelled as well. */
const cancelAndWait = coroutine(function* _cancel_and_wait(future: Future<unknown>) {
  const waiter = getRunningLoop().createFuture<null>()
  // CPython's is a functools.partial, which shows one call more.
  const release = qualified('_release_waiter()', (): void => {
    if (!waiter.done()) waiter.setResult(null)
  })
  future.addDoneCallback(release)
  try {
    future.cancel()
    yield* waiter
  } finally {
    future.removeDoneCallback(release)
  }
})

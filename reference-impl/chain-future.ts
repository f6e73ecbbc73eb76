import { ConcurrentFuture } from './concurrent-future.ts'
import { ConcurrentCancelledError, ConcurrentInvalidStateError } from './concurrent-errors.ts'
import { CancelledError, InvalidStateError } from './exceptions/asyncio-errors.ts'
import type { Future } from './future.ts'
import { qualified } from './qualified.ts'

type AnyFuture<T> = Future<T> | ConcurrentFuture<T>

/**
 * Makes `destination` end as `source` does, and its cancellation cancel `source`; each is touched in its own loop.
 * CPython 3.14 `futures.py`, `_chain_future`.
 */
export function chainFuture<T>(source: AnyFuture<T>, destination: AnyFuture<T>): void {
  const sourceLoop = source instanceof ConcurrentFuture ? null : source.getLoop()
  const destinationLoop = destination instanceof ConcurrentFuture ? null : destination.getLoop()

  const callCheckCancel = qualified('_chain_future.<locals>._call_check_cancel', (): void => {
    if (!destination.cancelled()) return
    if (sourceLoop === null) source.cancel()
    else sourceLoop.callSoonThreadsafe(() => source.cancel())
  })
  const callSetState = qualified('_chain_future.<locals>._call_set_state', (): void => {
    if (destinationLoop === null) copyState(source, destination)
    else if (!destinationLoop.isClosed()) destinationLoop.callSoonThreadsafe(copyState, source, destination)
  })
  destination.addDoneCallback(callCheckCancel)
  source.addDoneCallback(callSetState)
}

function copyState<T>(source: AnyFuture<T>, destination: AnyFuture<T>): void {
  if (destination instanceof ConcurrentFuture) {
    if (source.cancelled()) destination.cancel()
    if (!destination.setRunningOrNotifyCancel()) return
  } else {
    if (destination.cancelled()) return
    if (source.cancelled()) {
      destination.cancel()
      return
    }
  }
  const exception = source.exception()
  if (exception === null) destination.setResult(source.result())
  else destination.setException(ofAsyncio(exception))
}

/** The two exceptions that `concurrent.futures` and asyncio have each for themselves become asyncio's. */
function ofAsyncio(exception: unknown): unknown {
  if (exception instanceof ConcurrentCancelledError) return new CancelledError(...exception.args)
  if (exception instanceof ConcurrentInvalidStateError) return new InvalidStateError(...exception.args)
  return exception
}

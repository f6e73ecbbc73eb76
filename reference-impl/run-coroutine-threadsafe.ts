import { chainFuture } from './chain-future.ts'
import { ConcurrentFuture } from './concurrent-future.ts'
import type { Coroutine } from './coroutine.ts'
import { iscoroutine } from './iscoroutine.ts'
import { ensureFuture } from './ensure-future.ts'
import type { EventLoop } from './event-loop.ts'
import { TypeError } from './exceptions/errors.ts'
import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import { Halt } from './exceptions/halt.ts'
import { checkMethod } from './operands.ts'
import { qualified } from './qualified.ts'

/**
 * Hands a coroutine to a loop from elsewhere; the future belongs to no loop. Throws `TypeError` for anything else.
 * CPython 3.14 `tasks.py`, `run_coroutine_threadsafe`.
 */
export function runCoroutineThreadsafe<T>(coro: Coroutine<T>, loop: EventLoop): ConcurrentFuture<T> {
  if (!iscoroutine(coro)) throw new TypeError('A coroutine object is required')
  const future = new ConcurrentFuture<T>()
  checkMethod(loop, 'callSoonThreadsafe', 'call_soon_threadsafe')
  loop.callSoonThreadsafe(qualified('run_coroutine_threadsafe.<locals>.callback', (): void => {
    try {
      chainFuture(ensureFuture(coro, { loop }), future)
    } catch (error) {
      const stops = error instanceof SystemExit || error instanceof KeyboardInterrupt || error instanceof Halt
      if (!stops && future.setRunningOrNotifyCancel()) future.setException(error)
      throw error
    }
  }))
  return future
}

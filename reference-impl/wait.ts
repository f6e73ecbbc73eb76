import { coroutine } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { futureAddToAwaitedBy } from './future-awaited-by.ts'
import { iscoroutine } from './iscoroutine.ts'
import { AssertionError, TypeError, ValueError } from './exceptions/errors.ts'
import { Future } from './future.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { isfuture } from './isfuture.ts'
import { iterated } from './iterated.ts'
import { length } from './length.ts'
import { onBehalfOf } from './on-behalf-of.ts'
import { qualified } from './qualified.ts'
import { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, type ReturnWhen } from './return-when.ts'
import { typeName } from './type-name.ts'

/** For how long and for what `wait` waits. */
export interface WaitOptions {
  /** Seconds; `null` for no limit. */
  readonly timeout?: number | null
  readonly returnWhen?: ReturnWhen
}

/**
 * Waits for futures or tasks and returns two sets, those that are done and those that are not, each in the order given.
 * Neither a timeout nor a failure raises, and nothing is cancelled. Throws `TypeError` for coroutines and for a single
 * future, `ValueError` for nothing to wait for and for an unknown `returnWhen`.
 * CPython 3.14 `tasks.py`, `wait` and `_wait`.
 */
export const wait = coroutine(function* wait<T>(fs: Iterable<Future<T>> | ReadonlyMap<Future<T>, unknown>, options: WaitOptions = {}) {
  const { timeout = null, returnWhen = ALL_COMPLETED } = options
  if (isfuture(fs) || iscoroutine(fs)) throw new TypeError(`expect a list of futures, not ${typeName(fs)}`)
  if (fs === null || length(fs) === 0) throw new ValueError('Set of Tasks/Futures is empty.')
  if (returnWhen !== FIRST_COMPLETED && returnWhen !== FIRST_EXCEPTION && returnWhen !== ALL_COMPLETED) {
    throw new ValueError(`Invalid return_when value: ${String(returnWhen)}`)
  }
  const futures = new Set(iterated(fs))
  for (const future of futures) {
    if (iscoroutine(future)) throw new TypeError('Passing coroutines is forbidden, use tasks explicitly.')
  }
  const loop = getRunningLoop()
  return yield* ended(futures, timeout, returnWhen, loop)
})

const ended = coroutine(function* _wait<T>(futures: ReadonlySet<Future<T>>, timeout: number | null, returnWhen: ReturnWhen, loop: EventLoop) {
  if (futures.size === 0) throw new AssertionError('Set of Futures is empty.')

  const waiter = loop.createFuture<null>()
  const timer = timeout === null ? null : loop.callLater(timeout, releaseWaiter, waiter)
  let left = futures.size
  const onCompletion = onBehalfOf(loop._currentTask, qualified('_wait.<locals>._on_completion', (future: Future<unknown>): void => {
    left -= 1
    const enough = left <= 0 || returnWhen === FIRST_COMPLETED
      || (returnWhen === FIRST_EXCEPTION && !future.cancelled() && future.exception() !== null)
    if (!enough) return
    timer?.cancel()
    releaseWaiter(waiter)
  }))
  for (const future of futures) future.addDoneCallback(onCompletion)
  try {
    yield* waiter
  } finally {
    timer?.cancel()
    for (const future of futures) {
      // Whoever waited is never forgotten by what is not done: gh-152569, mended after 3.14.2.
      const task = loop._currentTask
      if (task !== null && future instanceof Future && !future.done() && future._awaiters().has(task)) futureAddToAwaitedBy(future, task)
      future.removeDoneCallback(onCompletion)
    }
  }

  const done = new Set<Future<T>>()
  const pending = new Set<Future<T>>()
  for (const future of futures) (future.done() ? done : pending).add(future)
  // Frozen as Python's tuple is: by that the programs' runtime tells it from a list.
  return Object.freeze<readonly [done: Set<Future<T>>, pending: Set<Future<T>>]>([done, pending])
})

function releaseWaiter(waiter: Future<null>): void {
  if (!waiter.done()) waiter.setResult(null)
}

import { copyContext } from './context.ts'
import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'

/**
 * Runs `fn(...args)` in the loop's default executor, in a copy of the current context, and returns its result.
 * On the real clock that is no second thread: see `ThreadPoolExecutor`.
 * CPython 3.14 `threads.py`, `to_thread`.
 */
export const toThread = coroutine(function* to_thread<A extends unknown[], T>(fn: (...args: A) => T, ...args: A) {
  const loop = getRunningLoop()
  const context = copyContext()
  return yield* loop.runInExecutor(null, () => context.run(fn, ...args))
})

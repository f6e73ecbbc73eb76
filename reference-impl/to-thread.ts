import { copyContext } from './context.ts'
import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { callObject } from './operands.ts'
import { active } from './runtime-state.ts'
import { asWorkerFunction } from './worker-function.ts'

/**
 * Runs `fn(...args)` in the loop's default executor, in a copy of the current context, and returns its result.
 *
 * On the real clock a `workerFunction` runs in a thread of its own, where no context variable has a value; any other
 * function runs in this thread, in a turn of its own: see `ThreadPoolExecutor`. Cancelling leaves the function running.
 * CPython 3.14 `threads.py`, `to_thread`.
 */
export const toThread = coroutine(function* to_thread<A extends unknown[], T>(fn: (...args: A) => T, ...args: A) {
  const loop = getRunningLoop()
  if (active.clock === null && asWorkerFunction(fn) !== null) return yield* loop.runInExecutor(null, fn, ...args)
  const context = copyContext()
  const { threads } = active
  const call = threads === null ? () => context.run(callObject, fn, args) : threads.blocking(function* () {
    active.context = context
    return yield* threads.call(fn, args)
  })
  return (yield* loop.runInExecutor(null, call)) as T // what `fn` returns
})

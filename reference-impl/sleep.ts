import { coroutine } from './coroutine.ts'
import { ValueError } from './exceptions/errors.ts'
import type { Future } from './future.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { checkComparable } from './operands.ts'
import type { Suspension } from './awaitable.ts'
import type { Coroutine } from './coroutine.ts'

/** One turn for the others. */
function* turn(): Generator<Suspension, void, unknown> { yield null }

/** `futures._set_result_unless_cancelled` of CPython; the name shows in messages. */
function _set_result_unless_cancelled<T>(future: Future<T>, result: T): void {
  if (!future.cancelled()) future.setResult(result)
}

const sleeping = coroutine(function* sleep(delay: number, result: unknown) {
  checkComparable(delay, '<=')
  if (delay <= 0) {
    yield* turn()
    return result
  }
  if (Number.isNaN(delay)) throw new ValueError('Invalid delay: NaN (not a number)')
  const loop = getRunningLoop()
  const future = loop.createFuture<unknown>()
  const timer = loop.callLater(delay, _set_result_unless_cancelled<unknown>, future, result)
  try {
    return yield* future
  } finally {
    timer.cancel()
  }
})

/** Waits `delay` seconds, or for zero and less one turn of the others, and returns `result`. CPython 3.14 tasks.py. */
export function sleep(delay: number): Coroutine<null>
export function sleep<T>(delay: number, result: T): Coroutine<T>
export function sleep(delay: number, result: unknown = null): Coroutine<unknown> { return sleeping(delay, result) }

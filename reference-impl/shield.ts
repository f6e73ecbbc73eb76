import { currentTask } from './current-task.ts'
import { ensureFuture, type FutureLike } from './ensure-future.ts'
import { withSource } from './exception-context.ts'
import { Future } from './future.ts'
import { onBehalfOf } from './on-behalf-of.ts'
import { checkAttribute } from './operands.ts'
import { qualified } from './qualified.ts'
import { typeName } from './type-name.ts'

/**
 * A future that ends as `aw` does, but whose cancellation does not reach it. An exception that `aw` raises after the
 * shield was cancelled goes to the loop's exception handler. What is done already is returned as it is.
 * CPython 3.14 `tasks.py`, `shield`.
 */
export function shield<T>(aw: FutureLike<T>): Future<T> {
  const inner = ensureFuture(aw)
  if (inner.done()) return inner
  const loop = inner.getLoop()
  const outer = loop.createFuture<T>()

  const innerDone = qualified('shield.<locals>._inner_done_callback', (): void => {
    if (outer.cancelled()) return
    if (inner.cancelled()) {
      outer.cancel()
      return
    }
    const error = inner.exception()
    if (error === null) outer.setResult(inner.result())
    else outer.setException(error)
  })
  const outerDone = qualified('shield.<locals>._outer_done_callback', (): void => {
    if (inner.done()) return
    inner.removeDoneCallback(innerDone)
    // One callback for the report, however many shields of it are cancelled.
    inner.removeDoneCallback(logOnException)
    inner.addDoneCallback(logOnException)
  })
  const task = currentTask(loop)
  // It does nothing; while it stands there the task counts as waiting, cancelled shield or not.
  if (task !== null) inner.addDoneCallback(onBehalfOf(task, qualified('shield.<locals>._clear_awaited_by_callback', () => {})))
  inner.addDoneCallback(innerDone)
  outer.addDoneCallback(outerDone)
  return outer
}

const logOnException = qualified('_log_on_exception', (future: Future<unknown>): void => {
  if (future.cancelled()) return
  const exception = future.exception()
  if (exception === null) return
  const context = new Map<string, unknown>([
    ['message', `${typeName(exception)} exception in shielded future`],
    ['exception', exception],
    ['future', future],
  ])
  if (future instanceof Future) withSource(future, context)
  // Of one of the program's own asyncio asks for its own names.
  else for (const [key, name] of [['_sourceTraceback', '_source_traceback'], ['_loop', '_loop']] as const) checkAttribute(future, key, name)
  future._loop.callExceptionHandler(context)
})

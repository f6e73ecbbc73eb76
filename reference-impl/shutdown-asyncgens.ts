import { coroutine } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { BaseException } from './exceptions/base-exception.ts'
import { Exception } from './exceptions/exception.ts'
import { gather } from './gather.ts'

/** CPython 3.14 base_events.py, shutdown_asyncgens; in the order they were begun. */
export const shutdownAsyncgens = coroutine(function* shutdownAsyncgens(loop: EventLoop) {
  if (loop._asyncgens.size === 0) return
  const closing = [...loop._asyncgens]
  loop._asyncgens.clear()
  const results: readonly unknown[] = yield* gather(...closing.map(agen => agen.aclose()), { returnExceptions: true })
  results.forEach((result, index) => {
    if (!(result instanceof Error) || (result instanceof BaseException && !(result instanceof Exception))) return
    loop.callExceptionHandler(new Map<string, unknown>([
      ['message', `an error occurred during closing of asynchronous generator ${closing[index]}`],
      ['exception', result], ['asyncgen', closing[index]],
    ]))
  })
}, 'BaseEventLoop.shutdown_asyncgens')

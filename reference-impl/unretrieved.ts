import { className } from './type-name.ts'
import type { EventLoop } from './event-loop.ts'
import type { Future } from './future.ts'

/** Whether the exception of a future is still to be retrieved. */
export interface Retrieval { pending: boolean }

interface Unretrieved {
  readonly retrieval: Retrieval
  readonly message: string
  readonly exception: unknown
  readonly loop: EventLoop
}

const unretrieved = new FinalizationRegistry<Unretrieved>(({ retrieval, message, exception, loop }) => {
  if (retrieval.pending) loop.callExceptionHandler(new Map([['message', message], ['exception', exception]]))
})

/** On the real clock: has the exception of a future reported when that is garbage collected before anybody asked for it. */
export function reportUnretrieved(future: Future<unknown>): void {
  const retrieval = future._retrieval
  const exception = future._exception
  if (retrieval === null) return
  // V8's captured stack holds the future (a receiver) until it has been made text.
  if (exception instanceof Error) void exception.stack
  const message = `${className(future)} exception was never retrieved`
  unretrieved.register(future, { retrieval, message, exception, loop: future._loop })
}

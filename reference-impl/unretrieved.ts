import type { EventLoop } from './event-loop.ts'

/** Whether the exception of a future is still to be retrieved. */
export interface Retrieval { pending: boolean }

interface Unretrieved {
  readonly retrieval: Retrieval
  readonly message: string
  readonly exception: unknown
  readonly loop: EventLoop
}

/** On the real clock: reports exceptions whose future was garbage collected before anybody asked for them. */
export const unretrieved = new FinalizationRegistry<Unretrieved>(({ retrieval, message, exception, loop }) => {
  if (retrieval.pending) loop.callExceptionHandler(new Map([['message', message], ['exception', exception]]))
})

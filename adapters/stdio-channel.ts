import type { Answer, Hello, Request, Rubbish } from './stdio-protocol.ts'

/** What comes from the far end of a channel. `onEnd` is called once, after all that was said before; not after `kill` or `close`. */
export interface ChannelEvents {
  onAnswers(answers: readonly (Answer | Rubbish)[]): void
  /** `reason` completes "it …"; `fault` says whom to blame it on. */
  onEnd(reason: string, fault: 'crash' | 'flood'): void
}

/** One started implementation: a child process or a worker thread that answers requests, in any order. */
export interface Channel {
  readonly hello: Hello
  send(requests: readonly Request[]): void
  /** Whether it keeps our process alive: only while programs are under way. */
  hold(held: boolean): void
  /** Ends it at once, also in the middle of an endless loop. */
  kill(): Promise<void>
  /** Ends it when it is idle. */
  close(): Promise<void>
}

/** Starts an implementation; rejects with `AdapterStartError`. */
export type OpenChannel = (events: ChannelEvents) => Promise<Channel>

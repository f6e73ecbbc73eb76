import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { ConnectionOptions, ConnectionTarget } from './socket-options.ts'
import { StreamReader } from './stream-reader.ts'
import { StreamReaderProtocol } from './stream-reader-protocol.ts'
import { StreamWriter } from './stream-writer.ts'

/** How much a reader holds. */
export interface StreamOptions {
  /** The limit of the reader, in bytes. */
  readonly limit?: number
}

/** Connects to a server: a reader and a writer. Throws `ConnectionRefusedError` where nobody listens. CPython 3.14 `streams.py`. */
export const openConnection = coroutine(function* open_connection(
  host: string | null = null, port: number | string | null = null, options: StreamOptions & ConnectionOptions = {},
) {
  return yield* opened({ host, port }, options)
})

/** The same over a Unix socket. */
export const openUnixConnection = coroutine(function* open_unix_connection(path: string | null = null, options: StreamOptions & ConnectionOptions = {}) {
  return yield* opened({ path }, options)
})

function* opened(target: ConnectionTarget, { limit, ...options }: StreamOptions & ConnectionOptions) {
  const loop = getRunningLoop()
  const reader = new StreamReader(limit, { loop })
  const protocol = new StreamReaderProtocol(reader, null, loop)
  const [transport] = yield* loop._connect(() => protocol, target, options)
  return Object.freeze([reader, new StreamWriter(transport, protocol, reader, loop)] as const)
}

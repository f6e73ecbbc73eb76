import { coroutine, type CoroutineBody } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { StreamOptions } from './open-connection.ts'
import type { Server } from './server.ts'
import type { ServerOptions, ServerTarget } from './socket-options.ts'
import { StreamReader } from './stream-reader.ts'
import { StreamReaderProtocol, type ClientConnected } from './stream-reader-protocol.ts'

/** Listens, and calls `clientConnected` with a reader and a writer for every client. CPython 3.14 `streams.py`. */
export const startServer = coroutine(function* start_server(
  clientConnected: ClientConnected, host: string | readonly string[] | null = null, port: number | string | null = null, options: StreamOptions & ServerOptions = {},
) {
  return yield* started(clientConnected, { host, port }, options)
})

/** The same over a Unix socket. */
export const startUnixServer = coroutine(function* start_unix_server(clientConnected: ClientConnected, path: string | null = null, options: StreamOptions & ServerOptions = {}) {
  return yield* started(clientConnected, { path }, options)
})

function* started(clientConnected: ClientConnected, target: ServerTarget, { limit, ...options }: StreamOptions & ServerOptions): CoroutineBody<Server> {
  const loop = getRunningLoop()
  const factory = () => new StreamReaderProtocol(new StreamReader(limit, { loop }), clientConnected, loop)
  return yield* loop._listen(factory, target, options)
}

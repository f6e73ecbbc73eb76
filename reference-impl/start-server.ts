import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { EventLoop } from './event-loop.ts'
import type { StreamOptions } from './open-connection.ts'
import type { ServerOptions, SocketTarget } from './sockets.ts'
import { StreamReader } from './stream-reader.ts'
import { StreamReaderProtocol, type ClientConnected } from './stream-reader-protocol.ts'

/** Listens, and calls `clientConnected` with a reader and a writer for every client. CPython 3.14 `streams.py`. */
export const startServer = coroutine(function* start_server(clientConnected: ClientConnected, host: string | null, port: number, options: StreamOptions & ServerOptions = {}) {
  return yield* started(getRunningLoop(), clientConnected, { host, port }, options)
})

/** The same over a Unix socket. */
export const startUnixServer = coroutine(function* start_unix_server(clientConnected: ClientConnected, path: string, options: StreamOptions & ServerOptions = {}) {
  return yield* started(getRunningLoop(), clientConnected, { path }, options)
})

function* started(loop: EventLoop, clientConnected: ClientConnected, target: SocketTarget, options: StreamOptions & ServerOptions) {
  const factory = () => new StreamReaderProtocol(new StreamReader(options.limit, { loop }), clientConnected, loop)
  return yield* loop._listen(factory, target, options)
}

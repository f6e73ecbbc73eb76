import type { Server as NodeServer, Socket } from 'node:net'
import { coroutine, type Coroutine } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { RuntimeError } from './exceptions/errors.ts'
import type { Future } from './future.ts'
import { sleep } from './sleep.ts'
import type { SocketAddress, SocketTransport } from './socket-transport.ts'

/** A socket that a server listens on, as far as programs ask for it. */
export interface ListeningSocket {
  getsockname(): SocketAddress
}

/** Listens and makes a transport of every connection. CPython 3.14 `base_events.py`, `Server`. */
export class Server {
  private readonly loop: EventLoop
  private readonly listener: NodeServer
  private listening: readonly ListeningSocket[] | null
  private serving = false
  private readonly early: Socket[] = []
  private readonly accept: (socket: Socket, server: Server) => SocketTransport
  private readonly clients = new Set<SocketTransport>()
  private waiters: Future<null>[] | null = []
  private forever: Future<null> | null = null

  constructor(loop: EventLoop, listener: NodeServer, address: SocketAddress, accept: (socket: Socket, server: Server) => SocketTransport) {
    this.loop = loop
    this.listener = listener
    this.accept = accept
    const frozen = typeof address === 'string' ? address : Object.freeze(address)
    this.listening = [{ getsockname: () => frozen }]
    listener.on('connection', socket => {
      if (!this.serving) this.early.push(socket)
      else if (!loop.isClosed()) loop.callSoonThreadsafe(() => { this.connected(socket) })
    })
  }

  /** What it listens on; nothing after `close()`. */
  get sockets(): readonly ListeningSocket[] { return Object.freeze([...this.listening ?? []]) }

  /** The loop in which connections are served. */
  getLoop(): EventLoop { return this.loop }
  /** Whether it accepts connections. */
  isServing(): boolean { return this.serving }

  /** Stops listening; connections go on. */
  close(): void {
    if (this.listening === null) return
    this.listening = null
    this.serving = false
    this.listener.close()
    for (const socket of this.early.splice(0)) socket.destroy()
    if (this.forever !== null && !this.forever.done()) {
      this.forever.cancel()
      this.forever = null
    }
    this.wakeUp()
  }

  /** Closes all connections. */
  closeClients(): void { for (const client of this.clients) client.close() }

  /** Ends all connections at once. */
  abortClients(): void { for (const client of this.clients) client.abort() }

  /** Accepts connections from now on. */
  startServing(): Coroutine<null> { return Server.#startServing(this) }

  static readonly #startServing = coroutine(function* start_serving(server: Server) {
    server._startServing()
    yield* sleep(0)
    return null
  }, 'Server.start_serving')

  /** Serves until cancelled, and closes then. Throws `RuntimeError` when it does already, or is closed. */
  serveForever(): Coroutine<null> { return Server.#serveForever(this) }

  static readonly #serveForever = coroutine(function* serve_forever(server: Server) {
    if (server.forever !== null) throw new RuntimeError(`server ${String(server)} is already being awaited on serve_forever()`)
    if (server.listening === null) throw new RuntimeError(`server ${String(server)} is closed`)
    server._startServing()
    server.forever = server.loop.createFuture<null>()
    try {
      return yield* server.forever
    } catch (error) {
      if (error instanceof CancelledError) {
        server.close()
        server.closeClients()
        yield* server.waitClosed()
      }
      throw error
    } finally {
      server.forever = null
    }
  }, 'Server.serve_forever')

  /** Waits until it is closed and its connections are gone. */
  waitClosed(): Coroutine<null> { return Server.#waitClosed(this) }

  static readonly #waitClosed = coroutine(function* wait_closed(server: Server) {
    if (server.waiters === null) return null
    const waiter = server.loop.createFuture<null>()
    server.waiters.push(waiter)
    return yield* waiter
  }, 'Server.wait_closed')

  __aenter__(): Coroutine<this> { return Server.#enter(this) }

  static readonly #enter = coroutine(function* __aenter__<S>(server: S) { return server }, 'Server.__aenter__')

  __aexit__(): Coroutine<null> { return Server.#exit(this) }

  static readonly #exit = coroutine(function* __aexit__(server: Server) {
    server.close()
    return yield* server.waitClosed()
  }, 'Server.__aexit__')

  toString(): string { return `<Server sockets=${this.listening === null ? '()' : '(…)'}>` }

  /** @internal */
  _startServing(): void {
    if (this.serving || this.listening === null) return
    this.serving = true
    for (const socket of this.early.splice(0)) this.connected(socket)
  }

  /** A connection of it is gone. @internal */
  _detach(transport: SocketTransport): void {
    this.clients.delete(transport)
    this.wakeUp()
  }

  private connected(socket: Socket): void {
    if (this.listening === null) socket.destroy()
    else this.clients.add(this.accept(socket, this))
  }

  private wakeUp(): void {
    if (this.listening !== null || this.clients.size > 0) return
    const waiters = this.waiters ?? []
    this.waiters = null
    for (const waiter of waiters) if (!waiter.done()) waiter.setResult(null)
  }
}

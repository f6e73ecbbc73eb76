import type { Socket } from 'node:net'
import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { AssertionError, RuntimeError, TypeError } from './exceptions/errors.ts'
import type { Future } from './future.ts'
import type { Listener } from './listener.ts'
import { sleep } from './sleep.ts'
import type { SocketTransport } from './socket-transport.ts'
import type { TransportSocket } from './transport-socket.ts'

/** Listens and makes a transport of every connection. CPython 3.14 `base_events.py`, `Server`. */
export class Server {
  private readonly loop: EventLoop
  private listening: readonly Listener[] | null
  private serving = false
  private readonly accept: (socket: Socket) => void
  private readonly clients = new Set<SocketTransport>()
  private waiters: Future<null>[] | null = []
  private forever: Future<null> | null = null

  /** `accept` is given every connection. */
  constructor(loop: EventLoop, listeners: readonly Listener[], accept: (socket: Socket) => void) {
    this.loop = loop
    this.listening = listeners
    this.accept = accept
  }

  /** What it listens on; nothing after `close()`. */
  get sockets(): readonly TransportSocket[] { return Object.freeze((this.listening ?? []).map(listener => listener.socket)) }

  /** The loop in which connections are served. */
  getLoop(): EventLoop { return this.loop }
  /** Whether it accepts connections. */
  isServing(): boolean { return this.serving }

  /** Stops listening; connections go on. */
  close(): void {
    const { listening } = this
    if (listening === null) return
    this.listening = null
    for (const listener of listening) listener.close()
    this.serving = false
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
    yield* server._startServing()
    yield* sleep(0)
    return null
  }, 'Server.start_serving')

  /** Serves until cancelled, and closes then. Throws `RuntimeError` when it does already, or is closed. */
  serveForever(): Coroutine<null> { return Server.#serveForever(this) }

  static readonly #serveForever = coroutine(function* serve_forever(server: Server) {
    if (server.forever !== null) throw new RuntimeError(`server ${String(server)} is already being awaited on serve_forever()`)
    if (server.listening === null) throw new RuntimeError(`server ${String(server)} is closed`)
    yield* server._startServing()
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

  toString(): string { return `<Server sockets=${tuple(this.sockets)}>` }

  /** @internal */
  *_startServing(): CoroutineBody<void> {
    if (this.serving) return
    this.serving = true
    const { loop } = this
    if (this.listening === null) throw new TypeError("'NoneType' object is not iterable")
    for (const listener of this.listening) {
      yield* listener.serve(socket => { if (!loop.isClosed()) loop.callSoonThreadsafe(() => { this.connected(socket) }) })
    }
  }

  /** Throws `AssertionError` when it is closed. @internal */
  _assertOpen(): void { if (this.listening === null) throw new AssertionError() }

  /** It has another connection. @internal */
  _attach(transport: SocketTransport): void { this.clients.add(transport) }

  /** A connection of it is gone. @internal */
  _detach(transport: SocketTransport): void {
    this.clients.delete(transport)
    this.wakeUp()
  }

  private connected(socket: Socket): void {
    if (this.listening === null) socket.destroy()
    else this.accept(socket)
  }

  private wakeUp(): void {
    if (this.listening !== null || this.clients.size > 0) return
    const waiters = this.waiters ?? []
    this.waiters = null
    for (const waiter of waiters) if (!waiter.done()) waiter.setResult(null)
  }
}

function tuple(sockets: readonly TransportSocket[]): string { return `(${sockets.join(', ')}${sockets.length === 1 ? ',' : ''})` }

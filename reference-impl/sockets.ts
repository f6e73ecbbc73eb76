import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import type { Protocol } from './protocol.ts'
import { protocolOf } from './protocol-of.ts'
import { Server } from './server.ts'
import { sleep } from './sleep.ts'
import { socketError } from './socket-error.ts'
import { SocketTransport, type SocketAddress } from './socket-transport.ts'

/** Where to connect to or to listen. */
export type SocketTarget = { readonly host: string | null, readonly port: number } | { readonly path: string }

/** How a server starts. */
export interface ServerOptions {
  /** Whether it accepts connections from the start; true unless said otherwise. */
  readonly startServing?: boolean
}

/** How much is read at once: CPython 3.14 `selector_events.py`, `max_size`. */
const readSize = 256 * 1024

/** The sockets of one event loop, over those of Node. */
export class Sockets {
  private readonly loop: EventLoop
  private readonly transports = new Set<SocketTransport>()
  private readonly servers = new Set<Server>()

  constructor(loop: EventLoop) { this.loop = loop }

  /** Connects, and makes a transport for the protocol that `factory` gives. */
  *connect<P extends Protocol>(factory: () => P, target: SocketTarget): CoroutineBody<readonly [SocketTransport, P]> {
    const waiter = this.loop.createFuture<null>()
    const where = 'path' in target ? target : { host: target.host ?? 'localhost', port: target.port, autoSelectFamily: false }
    const options = { ...where, allowHalfOpen: true, readableHighWaterMark: readSize }
    const socket = connect(options)
    socket.pause()
    const settle = (action: () => void) => { if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(() => { if (!waiter.done()) action() }) }
    const failed = (error: Error) => { settle(() => { waiter.setException(socketError(error)) }) }
    socket.once('error', failed)
    socket.once('connect', () => { settle(() => { waiter.setResult(null) }) })
    try {
      yield* waiter
    } catch (error) {
      socket.destroy()
      throw error
    }
    socket.off('error', failed)
    const protocol = protocolOf(factory)
    const transport = this.transport(socket, protocol, () => {})
    // The transport has told its protocol of the connection before anybody uses it.
    yield* sleep(0)
    yield* sleep(0)
    return Object.freeze([transport, protocol] as const)
  }

  /** Listens; every connection gets a protocol that `factory` makes. */
  *listen(factory: () => Protocol, target: SocketTarget, { startServing = true }: ServerOptions = {}): CoroutineBody<Server> {
    const listener = createServer({ allowHalfOpen: true, pauseOnConnect: true, highWaterMark: readSize })
    const waiter = this.loop.createFuture<null>()
    const settle = (action: () => void) => { if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(() => { if (!waiter.done()) action() }) }
    listener.once('error', error => { settle(() => { waiter.setException(socketError(error)) }) })
    listener.listen('path' in target ? target : { host: target.host ?? undefined, port: target.port }, () => { settle(() => { waiter.setResult(null) }) })
    yield* waiter
    const server = new Server(this.loop, listener, addressOf(listener.address()), (socket, owner) =>
      this.transport(socket, protocolOf(factory), transport => { owner._detach(transport) }))
    this.servers.add(server)
    listener.once('close', () => { this.servers.delete(server) })
    if (startServing) {
      server._startServing()
      yield* sleep(0)
    }
    return server
  }

  /** Whether the system may have something to tell of them. */
  get inUse(): boolean { return this.transports.size > 0 || this.servers.size > 0 }

  /** The loop is closed: nothing may keep the process alive. */
  close(): void {
    for (const server of this.servers) server.close()
    for (const transport of this.transports) transport._release()
  }

  private transport(socket: Socket, protocol: Protocol, onLost: (transport: SocketTransport) => void): SocketTransport {
    const extra = new Map<string, unknown>([
      ['socket', socket],
      ['peername', socket.remoteAddress === undefined ? '' : Object.freeze([socket.remoteAddress, socket.remotePort ?? 0])],
      ['sockname', socket.localAddress === undefined ? '' : Object.freeze([socket.localAddress, socket.localPort ?? 0])],
    ])
    const transport = new SocketTransport(this.loop, socket, protocol, extra, lost => {
      this.transports.delete(lost)
      onLost(lost)
    })
    this.transports.add(transport)
    return transport
  }
}

function addressOf(address: AddressInfo | string | null): SocketAddress {
  return address === null ? '' : typeof address === 'string' ? address : [address.address, address.port]
}

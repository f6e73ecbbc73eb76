import type { Socket } from 'node:net'
import { constants } from 'node:os'
import { checkUnixPath } from './check-unix-path.ts'
import { connectSocket } from './connect-socket.ts'
import { coroutine, type CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { ValueError } from './exceptions/errors.ts'
import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import { Halt } from './exceptions/halt.ts'
import { OSError } from './exceptions/os-errors.ts'
import { gather } from './gather.ts'
import { Listener } from './listener.ts'
import type { Protocol } from './protocol.ts'
import { protocolOf } from './protocol-of.ts'
import { resolveHost, type Endpoint } from './resolve-host.ts'
import { Server } from './server.ts'
import { sleep } from './sleep.ts'
import { addressText, socketAddress, type SocketAddress } from './socket-address.ts'
import { checkSocketOptions, type ConnectionOptions, type ConnectionTarget, type ServerOptions, type ServerTarget } from './socket-options.ts'
import { SocketTransport } from './socket-transport.ts'
import { TransportSocket } from './transport-socket.ts'

/** The two ends of a connection. */
interface Names {
  readonly peername: SocketAddress
  readonly sockname: SocketAddress
}

/** The sockets of one event loop, over those of Node. */
export class Sockets {
  private readonly loop: EventLoop
  private readonly transports = new Set<SocketTransport>()
  private readonly servers = new Set<Server>()

  constructor(loop: EventLoop) { this.loop = loop }

  /** Connects, and makes a transport for the protocol that `factory` gives. CPython 3.14 `base_events.py`, `create_connection`. */
  *connect<P extends Protocol>(factory: () => P, target: ConnectionTarget, options: ConnectionOptions = {}): CoroutineBody<readonly [SocketTransport, P]> {
    checkSocketOptions('path' in target ? 'create_unix_connection' : 'create_connection', options)
    const socket = yield* connectSocket(this.loop, target, options)
    const names = 'path' in target ? { peername: target.path ?? '', sockname: '' } : namesOf(socket)
    return yield* this.attached(factory, socket, names, null)
  }

  /** Listens; every connection gets a protocol that `factory` makes. CPython 3.14 `base_events.py`, `create_server`. */
  *listen(factory: () => Protocol, target: ServerTarget, options: ServerOptions = {}): CoroutineBody<Server> {
    checkSocketOptions('path' in target ? 'create_unix_server' : 'create_server', options)
    const { loop } = this
    const ends = 'path' in target ? [checkUnixPath(target.path, 'path was not specified, and no sock specified')] : yield* this.endpoints(target.host, target.port, options)
    const listeners = yield* opened(ends.map(end => new Listener(loop, end, options)))
    const server: Server = new Server(loop, listeners, socket => {
      const names = 'path' in target ? { peername: '', sockname: target.path ?? '' } : namesOf(socket)
      loop.createTask(Sockets.accepted(this, factory, socket, names, server))
    })
    this.servers.add(server)
    if (options.startServing === false) {
      for (const listener of listeners) listener.suspend()
    } else {
      yield* server._startServing()
      yield* sleep(0)
    }
    return server
  }

  /** Whether the system may have something to tell of them. */
  get inUse(): boolean {
    if (this.transports.size > 0) return true
    for (const server of this.servers) if (server.isServing()) return true
    return false
  }

  /** The loop is closed: nothing may keep the process alive. */
  close(): void {
    for (const server of this.servers) server.close()
    for (const transport of this.transports) transport._release()
  }

  private static readonly accepted = coroutine(function* _accept_connection2(sockets: Sockets, factory: () => Protocol, socket: Socket, names: Names, server: Server) {
    try {
      yield* sockets.attached(factory, socket, names, server)
    } catch (error) {
      if (error instanceof SystemExit || error instanceof KeyboardInterrupt || error instanceof Halt) throw error
      const { loop } = sockets
      if (loop.getDebug()) loop.callExceptionHandler(new Map([['message', 'Error on transport creation for incoming connection'], ['exception', error]]))
    }
    return null
  }, 'BaseSelectorEventLoop._accept_connection2')

  /** Its protocol has heard of the connection before anybody uses it. CPython 3.14 `base_events.py`, `_create_connection_transport`. */
  private *attached<P extends Protocol>(factory: () => P, socket: Socket, names: Names, server: Server | null): CoroutineBody<readonly [SocketTransport, P]> {
    const { loop } = this
    let made: readonly [SocketTransport, P]
    try {
      const protocol = protocolOf(factory)
      made = Object.freeze([this.transport(socket, protocol, names, server), protocol] as const)
    } catch (error) {
      socket.destroy()
      throw error
    }
    const waiter = loop.createFuture<null>()
    loop.callSoon(() => { if (!waiter.done()) waiter.setResult(null) })
    try {
      yield* waiter
    } catch (error) {
      made[0].close()
      throw error
    }
    return made
  }

  private transport(socket: Socket, protocol: Protocol, names: Names, server: Server | null): SocketTransport {
    server?._assertOpen()
    const extra = new Map<string, unknown>([...Object.entries(names), ['socket', new TransportSocket(socket, () => socket.destroyed, names.sockname, names.peername)]])
    const transport = new SocketTransport(this.loop, socket, protocol, extra, lost => {
      this.transports.delete(lost)
      server?._detach(lost)
    })
    server?._attach(transport)
    this.transports.add(transport)
    return transport
  }

  private *endpoints(host: string | readonly string[] | null, port: number | string | null, { family }: ServerOptions): CoroutineBody<readonly Endpoint[]> {
    if (host === null && port === null) throw new ValueError('Neither host/port nor sock were specified')
    const hosts = host === '' ? [null] : typeof host === 'string' || host === null ? [host] : host
    const found = yield* gather(...hosts.map(each => resolved(this.loop, each, port, family)))
    return [...new Map(found.flat().map(each => [each.host, each])).values()]
  }
}

const resolved = coroutine(function* _create_server_getaddrinfo(loop: EventLoop, host: string | null, port: number | string | null, family: number | undefined) {
  return yield* resolveHost(loop, host, port, { ...(family === undefined ? {} : { family }), use: 'bind' })
}, 'BaseEventLoop._create_server_getaddrinfo')

/** Those of them that can be had; all are closed again when one fails otherwise. */
function* opened(listeners: readonly Listener[]): CoroutineBody<readonly Listener[]> {
  const open: Listener[] = []
  try {
    for (const listener of listeners) {
      try {
        yield* listener.open()
        open.push(listener)
      } catch (error) {
        // A family that this machine has not got.
        if (!(error instanceof OSError && (error.errno === constants.errno.EADDRNOTAVAIL || error.errno === constants.errno.EAFNOSUPPORT))) throw error
      }
    }
    if (open.length === 0) throw new OSError(`could not bind on any address out of [${listeners.map(each => addressText(each.address)).join(', ')}]`)
  } catch (error) {
    for (const listener of open) listener.close()
    throw error
  }
  return open
}

/** Those of a socket that is connected; Node has none for one that is already gone. */
function namesOf(socket: Socket): Names {
  const { remoteAddress, remotePort, localAddress, localPort } = socket
  return {
    peername: remoteAddress === undefined ? '' : socketAddress(remoteAddress, remotePort ?? 0),
    sockname: localAddress === undefined ? '' : socketAddress(localAddress, localPort ?? 0),
  }
}

import { existsSync, linkSync, renameSync, statSync, unlinkSync, type Stats } from 'node:fs'
import { createServer, type ListenOptions, type Server as NodeServer, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { bindError } from './bind-error.ts'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { osError } from './os-error.ts'
import { outside } from './outside.ts'
import { readSize } from './read-size.ts'
import { repr } from './repr.ts'
import type { Endpoint } from './resolve-host.ts'
import { socketAddress, type SocketAddress } from './socket-address.ts'
import { socketError } from './socket-error.ts'
import type { ServerOptions } from './socket-options.ts'
import { TransportSocket } from './transport-socket.ts'

/** One socket that a server listens on: at an endpoint, or at the path of a Unix socket. */
export class Listener {
  /** Where it listens. */
  address: SocketAddress
  private readonly loop: EventLoop
  private readonly at: Endpoint | string
  private readonly options: ServerOptions
  private readonly server: NodeServer
  /** Of those that connected while nobody served them. */
  private readonly early: Socket[] = []
  private connected: ((socket: Socket) => void) | null = null
  private closed = false
  /** The number of a Unix socket's file, `null` for none that is to be removed. */
  private inode: number | null = null

  constructor(loop: EventLoop, at: Endpoint | string, options: ServerOptions) {
    this.loop = loop
    this.at = at
    this.options = options
    this.address = typeof at === 'string' ? at : socketAddress(at.host, at.port)
    this.server = createServer({ allowHalfOpen: true, pauseOnConnect: true, keepAlive: options.keepAlive === true, highWaterMark: readSize })
    this.server.on('error', () => {})
    this.server.on('connection', socket => {
      if (this.connected === null) this.early.push(socket)
      else this.connected(socket)
    })
  }

  /** What programs see of it. */
  get socket(): TransportSocket { return new TransportSocket(this.server, () => this.closed, this.address) }

  /** Listens; who connects waits to be served. Throws `OSError`. */
  *open(): CoroutineBody<void> {
    const { at, loop, server } = this
    // What a server that was not closed has left.
    if (typeof at === 'string') removeIf(at, file => file.isSocket())
    const { backlog = 100, cleanupSocket = true } = this.options
    const options: ListenOptions = typeof at === 'string' ? { path: at } : { host: at.host, port: portOf(this.address), ipv6Only: true }
    try {
      yield* outside<null>(loop, (resolve, reject) => {
        const failed = (error: Error): void => { reject(typeof at === 'string' ? pathError(error, at) : bindError(error, at.host, at.port)) }
        server.once('error', failed)
        server.listen({ ...options, backlog }, () => {
          server.off('error', failed)
          resolve(null)
        })
      })
    } catch (error) {
      // Nobody waits for it any more.
      server.close()
      server.once('listening', () => { server.close() })
      throw error
    }
    const address = server.address()
    if (address !== null && typeof address === 'object') this.address = socketAddress(address.address, address.port)
    else if (cleanupSocket) this.inode = statSync(String(at), { throwIfNoEntry: false })?.ino ?? null
  }

  /** Gives every socket that connects to `connected`. */
  *serve(connected: (socket: Socket) => void): CoroutineBody<void> {
    if (!this.server.listening) yield* this.open()
    this.connected = connected
    for (const socket of this.early.splice(0)) connected(socket)
  }

  /** Listens no more until it serves; the address stays. */
  suspend(): void {
    const { at, server } = this
    if (!server.listening) return
    if (typeof at === 'string') keepFile(at, () => { server.close() })
    else server.close()
    for (const socket of this.early.splice(0)) socket.destroy()
  }

  /** Listens no more, for good. */
  close(): void {
    this.closed = true
    this.suspend()
    const { at, inode } = this
    if (typeof at === 'string' && inode !== null) removeIf(at, file => file.ino === inode)
  }
}

function portOf(address: SocketAddress): number { return typeof address === 'string' ? 0 : address[1] }

/** Removes a file, if that can be. CPython 3.14 `unix_events.py`, `create_unix_server` and `_stop_serving`. */
function removeIf(path: string, wanted: (file: Stats) => boolean): void {
  try {
    if (wanted(statSync(path))) unlinkSync(path)
  } catch {
    // There is none, or the folder does not allow it: listening says so.
  }
}

/** Node removes the file of a socket that it closes, whosever it is by now. */
function keepFile(path: string, close: () => void): void {
  const aside = `${path}.${process.pid}`
  if (existsSync(path)) linkSync(path, aside)
  close()
  if (existsSync(aside)) renameSync(aside, path)
}

function pathError(error: Error, path: string): Error {
  const code = 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return socketError(error, `Address ${repr(path)} is already in use`)
  // Node says that for folders that are not there.
  if (code === 'EACCES' && !existsSync(dirname(path))) return osError('ENOENT')
  return socketError(error)
}

import type { Socket } from 'node:net'
import type { EventLoop } from './event-loop.ts'
import { exceptionOf } from './exception-of.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import { OSError } from './exceptions/os-errors.ts'
import { guarded } from './guarded.ts'
import { iterated } from './iterated.ts'
import type { Protocol } from './protocol.ts'
import { qualified } from './qualified.ts'
import { socketError } from './socket-error.ts'
import { truth } from './truth.ts'
import { typeName } from './type-name.ts'
import { WriteLimits } from './write-limits.ts'

/**
 * A connection over a socket of Node's; what the socket tells comes to the protocol through the event loop.
 * CPython 3.14 `selector_events.py`, `_SelectorSocketTransport`.
 */
export class SocketTransport {
  private readonly loop: EventLoop
  private readonly socket: Socket
  private protocol: Protocol
  private readonly extra: ReadonlyMap<string, unknown>
  private readonly limits: WriteLimits
  private closing = false
  /** Its protocol is about to hear that the connection is gone, or has. */
  private lost = false
  private ended = false
  private peerEnded = false
  private readingPaused = false
  private readonly onLost: (transport: SocketTransport) => void

  /** `onLost` is called once, after the protocol has heard that the connection is gone. */
  constructor(loop: EventLoop, socket: Socket, protocol: Protocol, extra: ReadonlyMap<string, unknown>, onLost: (transport: SocketTransport) => void) {
    this.loop = loop
    this.socket = socket
    this.protocol = protocol
    this.extra = extra
    this.onLost = onLost
    this.limits = new WriteLimits(loop, this)
    socket.on('error', error => { this.fromOutside(() => { this.fatalError(socketError(error), 'Fatal error on transport') }) })
    const connectionMade = (transport: SocketTransport): void => { protocol.connectionMade(transport) }
    loop.callSoon(qualified(`${typeName(protocol)}.connection_made`, connectionMade), this)
    loop.callSoon(() => { this.addReader() })
  }

  /** `peername`, `sockname`, `socket`; the default for everything else. */
  getExtraInfo(name: string, fallback: unknown = null): unknown { return this.extra.get(name) ?? fallback }

  /** Who is told what the socket tells. */
  getProtocol(): Protocol { return this.protocol }
  /** Gives the connection another protocol. */
  setProtocol(protocol: Protocol): void { this.protocol = protocol }

  /** Sends bytes, now or when the socket takes them. Throws `TypeError` for anything else, `RuntimeError` after `writeEof()`. */
  write(data: Uint8Array): void {
    if (!(data instanceof Uint8Array)) throw new TypeError(`data argument must be a bytes, bytearray, or memoryview object, not '${typeName(data)}'`)
    if (this.ended) throw new RuntimeError('Cannot call write() after write_eof()')
    this.send([data])
  }

  /** Sends pieces one after the other, as `write`. */
  writelines(pieces: Iterable<Uint8Array>): void {
    if (this.ended) throw new RuntimeError('Cannot call writelines() after write_eof()')
    if (!truth(pieces) || this.lost) return
    this.send(Array.from(iterated(pieces)).filter(piece => truth(piece)).map(piece => {
      if (piece instanceof Uint8Array) return piece
      throw new TypeError(`memoryview: a bytes-like object is required, not '${typeName(piece)}'`)
    }))
  }

  /** Ends this side, after what is buffered; the other side may go on. */
  writeEof(): void {
    if (this.closing || this.ended) return
    this.ended = true
    this.socket.end()
  }

  /** Whether this side can be ended alone: always. */
  canWriteEof(): boolean { return true }

  /** Sends what is buffered, then ends the connection. */
  close(): void {
    if (this.closing) return
    this.closing = true
    if (this.getWriteBufferSize() === 0) this.lose(null)
  }

  /** Ends the connection at once; what is buffered is lost. */
  abort(): void { this.forceClose(null) }

  /** Whether it is being closed, or is. */
  isClosing(): boolean { return this.closing }

  /** No more bytes come until `resumeReading()`. */
  pauseReading(): void { if (this.isReading()) this.readingPaused = true }

  /** Bytes come again. */
  resumeReading(): void {
    if (this.closing || !this.readingPaused) return
    this.readingPaused = false
    // What Node has read meanwhile, as if it came in this moment: after all that the pass makes ready.
    process.nextTick(this.readable)
  }

  /** Whether bytes may come. */
  isReading(): boolean { return !this.closing && !this.readingPaused }

  /** How many bytes the socket has not taken yet. */
  getWriteBufferSize(): number { return this.lost ? 0 : this.socket.writableLength }

  /** The low and the high mark. */
  getWriteBufferLimits(): readonly [low: number, high: number] { return this.limits.get() }

  /** From where on writers wait, and until where. Throws `ValueError` unless `high` is at least `low`. */
  setWriteBufferLimits(high: number | null = null, low: number | null = null): void { this.limits.set(high, low) }

  toString(): string { return `<_SelectorSocketTransport${this.closing ? ' closing' : ''}>` }

  /** Gives the socket back to the system. @internal */
  _release(): void {
    // The system breaks a connection off whose bytes nobody read; of those that Node has read it does not know. Node can do it for TCP only.
    if (this.socket.readableLength > 0 && this.socket.remoteAddress !== undefined) this.socket.resetAndDestroy()
    else this.socket.destroy()
  }

  /** What Node tells comes in a pass of the loop; a closed loop hears nothing. */
  private fromOutside(action: () => void): void {
    if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(action)
  }

  private addReader(): void {
    if (this.closing) return
    this.socket.on('readable', this.readable)
    this.socket.on('end', this.readable)
  }

  private readonly readable = (): void => { this.fromOutside(this.readReady) }

  private readonly readReady = qualified('_SelectorSocketTransport._read_ready', (): void => {
    if (!this.isReading() || this.peerEnded) return
    const data: Uint8Array | null = this.socket.read()
    if (data !== null) {
      guarded(() => { this.protocol.dataReceived(new Uint8Array(data)) }, error => { this.fatalError(error, 'Fatal error: protocol.data_received() call failed.') })
    } else if (this.socket.readableEnded) {
      this.peerEnded = true
      guarded(() => {
        if (!this.protocol.eofReceived()) this.close()
      }, error => { this.fatalError(error, 'Fatal error: protocol.eof_received() call failed.') })
    }
  })

  private send(pieces: readonly Uint8Array[]): void {
    const data = Buffer.concat(pieces)
    if (data.length === 0 || this.lost) return
    this.socket.write(data, this.written)
    const { errored } = this.socket
    if (errored === null) this.limits.maybePause()
    else this.fatalError(socketError(errored), 'Fatal write error on socket transport')
  }

  /** Node has sent what it was given; nobody need know unless somebody waits for it. */
  private readonly written = (): void => { if (this.limits.paused || this.closing) this.fromOutside(this.writeReady) }

  private readonly writeReady = qualified('_SelectorSocketTransport._write_sendmsg', (): void => {
    // Node says so of what it drops, too.
    if (this.lost || this.socket.errored !== null) return
    this.limits.maybeResume()
    if (!this.closing || this.lost || this.getWriteBufferSize() > 0) return
    this.lost = true
    this.callConnectionLost(null)
  })

  private report(message: string, exception: unknown): void {
    this.loop.callExceptionHandler(new Map<string, unknown>([
      ['message', message], ['exception', exception], ['transport', this], ['protocol', this.protocol],
    ]))
  }

  private fatalError(error: unknown, message: string): void {
    if (!(error instanceof OSError)) this.report(message, error)
    this.forceClose(exceptionOf(error))
  }

  private forceClose(error: Error | null): void {
    if (this.lost) return
    this.closing = true
    this.lose(error)
  }

  private lose(error: Error | null): void {
    this.lost = true
    this.loop.callSoon(this.callConnectionLost, error)
  }

  private readonly callConnectionLost = qualified('_SelectorSocketTransport._call_connection_lost', (error: Error | null): void => {
    try {
      this.protocol.connectionLost(error)
    } finally {
      this._release()
      this.onLost(this)
    }
  })
}

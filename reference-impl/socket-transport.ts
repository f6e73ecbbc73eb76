import type { Socket } from 'node:net'
import type { EventLoop } from './event-loop.ts'
import { RuntimeError, ValueError } from './exceptions/errors.ts'
import { repr } from './repr.ts'
import type { Protocol } from './protocol.ts'
import { socketError } from './socket-error.ts'

const defaultHigh = 64 * 1024

/**
 * A connection over a socket of Node's; what the socket tells comes to the protocol through the event loop.
 * CPython 3.14 `selector_events.py`, `_SelectorSocketTransport`.
 */
export class SocketTransport {
  private readonly loop: EventLoop
  private readonly socket: Socket
  private protocol: Protocol
  private readonly extra: ReadonlyMap<string, unknown>
  private high = defaultHigh
  private low = defaultHigh / 4
  private closing = false
  private lost = false
  private ended = false
  private readingPaused = false
  private writingPaused = false
  private error: Error | null = null
  private readonly onLost: (transport: SocketTransport) => void

  /** `onLost` is called once, after the protocol has heard that the connection is gone. */
  constructor(loop: EventLoop, socket: Socket, protocol: Protocol, extra: ReadonlyMap<string, unknown>, onLost: (transport: SocketTransport) => void) {
    this.loop = loop
    this.socket = socket
    this.protocol = protocol
    this.extra = extra
    this.onLost = onLost
    socket.on('error', error => { this.error = socketError(error) })
    socket.on('close', () => { this.fromOutside(() => { this.connectionLost() }) })
    loop.callSoon(() => { protocol.connectionMade(this) })
    loop.callSoon(() => { this.read() })
  }

  /** `peername`, `sockname`, `socket`; the default for everything else. */
  getExtraInfo(name: string, fallback: unknown = null): unknown { return this.extra.get(name) ?? fallback }

  /** Who is told what the socket tells. */
  getProtocol(): Protocol { return this.protocol }
  /** Gives the connection another protocol. */
  setProtocol(protocol: Protocol): void { this.protocol = protocol }

  /** Sends bytes, now or when the socket takes them. Throws `RuntimeError` after `writeEof()`. */
  write(data: Uint8Array): void {
    if (this.ended) throw new RuntimeError('Cannot call write() after write_eof()')
    if (data.length === 0 || this.closing || this.lost) return
    this.socket.write(data.slice(), () => { this.fromOutside(() => { this.maybeResumeWriting() }) })
    if (this.writingPaused || this.getWriteBufferSize() <= this.high) return
    this.writingPaused = true
    this.protocol.pauseWriting()
  }

  /** Sends pieces one after the other, as `write`. */
  writelines(pieces: Iterable<Uint8Array>): void {
    for (const piece of pieces) this.write(piece)
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
    this.socket.removeAllListeners('data')
    this.socket.pause()
    // As soon as nothing is buffered, whether or not Node has told the peer yet.
    if (this.getWriteBufferSize() === 0) this.loop.callSoon(() => { this.connectionLost() })
    if (this.socket.writableFinished) this.socket.destroy()
    else this.socket.end(() => { this.socket.destroy() })
  }

  /** Ends the connection at once; what is buffered is lost. */
  abort(): void {
    this.closing = true
    this.socket.destroy()
  }

  /** Whether it is being closed, or is. */
  isClosing(): boolean { return this.closing }

  /** No more bytes come until `resumeReading()`. */
  pauseReading(): void {
    if (this.closing || this.readingPaused) return
    this.readingPaused = true
    this.socket.pause()
  }

  /** Bytes come again. */
  resumeReading(): void {
    if (this.closing || !this.readingPaused) return
    this.readingPaused = false
    this.socket.resume()
  }

  /** Whether bytes may come. */
  isReading(): boolean { return !this.closing && !this.readingPaused }

  /** How many bytes the socket has not taken yet. */
  getWriteBufferSize(): number { return this.socket.writableLength }

  /** The low and the high mark. */
  getWriteBufferLimits(): readonly [low: number, high: number] { return Object.freeze([this.low, this.high] as const) }

  /** From where on writers wait, and until where. Throws `ValueError` unless `high` is at least `low`. */
  setWriteBufferLimits({ high = null, low = null }: { readonly high?: number | null, readonly low?: number | null } = {}): void {
    const newHigh = high ?? (low === null ? defaultHigh : 4 * low)
    const newLow = low ?? Math.floor(newHigh / 4)
    if (!(newHigh >= newLow && newLow >= 0)) throw new ValueError(`high (${repr(newHigh)}) must be >= low (${repr(newLow)}) must be >= 0`)
    this.high = newHigh
    this.low = newLow
  }

  toString(): string { return `<_SelectorSocketTransport${this.closing ? ' closing' : ''}>` }

  /** What Node tells comes in a pass of the loop; a closed loop hears nothing. */
  private fromOutside(action: () => void): void {
    if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(action)
  }

  private read(): void {
    if (this.closing) return
    this.socket.on('data', data => {
      this.fromOutside(() => { if (!this.closing) this.protocol.dataReceived(new Uint8Array(Buffer.from(data))) })
    })
    this.socket.on('end', () => {
      this.fromOutside(() => {
        if (!this.closing && !this.protocol.eofReceived()) this.close()
      })
    })
    if (!this.readingPaused) this.socket.resume()
  }

  private maybeResumeWriting(): void {
    if (!this.writingPaused || this.getWriteBufferSize() > this.low) return
    this.writingPaused = false
    this.protocol.resumeWriting()
  }

  private connectionLost(): void {
    if (this.lost) return
    this.lost = true
    this.closing = true
    try {
      this.protocol.connectionLost(this.error)
    } finally {
      this.onLost(this)
    }
  }
}

import type { Socket } from 'node:net'
import type { EventLoop } from './event-loop.ts'
import type { Protocol } from './protocol.ts'
import { qualified } from './qualified.ts'
import { socketError } from './socket-error.ts'

/** The reading end of a pipe. CPython 3.14 `unix_events.py`, `_UnixReadPipeTransport`. */
export class ReadPipeTransport {
  private readonly loop: EventLoop
  private readonly socket: Socket
  private protocol: Protocol
  private begun = false
  private paused = false
  private closing = false
  private lost = false

  /** `onConnected` is called when the protocol has heard of the connection. */
  constructor(loop: EventLoop, socket: Socket, protocol: Protocol, onConnected: () => void) {
    this.loop = loop
    this.socket = socket
    this.protocol = protocol
    socket.on('error', error => { this.fromOutside(() => { if (!this.closing) this.end(socketError(error)) }) })
    socket.on('readable', this.readable)
    socket.on('end', this.readable)
    loop.callSoon(() => { protocol.connectionMade(this) })
    loop.callSoon(() => {
      this.begun = true
      this.readable()
    })
    loop.callSoon(onConnected)
  }

  /** `pipe`; the default for everything else. */
  getExtraInfo(name: string, fallback: unknown = null): unknown { return name === 'pipe' ? this.socket : fallback }

  /** Who is told what the pipe tells. */
  getProtocol(): Protocol { return this.protocol }
  /** Gives the pipe another protocol. */
  setProtocol(protocol: Protocol): void { this.protocol = protocol }

  /** No more bytes come until `resumeReading()`. */
  pauseReading(): void { if (this.isReading()) this.paused = true }

  /** Bytes come again. */
  resumeReading(): void {
    if (this.closing || !this.paused) return
    this.paused = false
    // What Node has read meanwhile, as if it came in this moment.
    process.nextTick(this.readable)
  }

  /** Whether bytes may come. */
  isReading(): boolean { return !this.closing && !this.paused }

  /** Closes the pipe. */
  close(): void { if (!this.closing) this.end(null) }

  /** Whether it is being closed, or is. */
  isClosing(): boolean { return this.closing }

  toString(): string { return `<_UnixReadPipeTransport${this.lost ? ' closed' : this.closing ? ' closing' : ''}>` }

  /** Gives the pipe back to the system. @internal */
  _release(): void { this.socket.destroy() }

  private fromOutside(action: () => void): void {
    if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(action)
  }

  private readonly readable = (): void => { this.fromOutside(this.readReady) }

  private readonly readReady = qualified('_UnixReadPipeTransport._read_ready', (): void => {
    if (!this.begun || !this.isReading()) return
    const data: Uint8Array | null = this.socket.read()
    if (data !== null) return this.protocol.dataReceived(new Uint8Array(data))
    if (!this.socket.readableEnded) return
    this.loop.callSoon(() => { this.protocol.eofReceived() })
    this.end(null)
  })

  private end(error: Error | null): void {
    this.closing = true
    this.loop.callSoon(this.callConnectionLost, error)
  }

  private readonly callConnectionLost = qualified('_UnixReadPipeTransport._call_connection_lost', (error: Error | null): void => {
    this.lost = true
    try {
      this.protocol.connectionLost(error)
    } finally {
      this._release()
    }
  })
}

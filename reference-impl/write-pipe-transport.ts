import type { Socket } from 'node:net'
import type { EventLoop } from './event-loop.ts'
import { AssertionError, TypeError } from './exceptions/errors.ts'
import { BrokenPipeError } from './exceptions/os-errors.ts'
import { iterated } from './iterated.ts'
import { osError } from './os-error.ts'
import type { BaseProtocol } from './protocol.ts'
import { qualified } from './qualified.ts'
import { repr } from './repr.ts'
import { typeName } from './type-name.ts'
import { WriteLimits } from './write-limits.ts'

/** The writing end of a pipe. CPython 3.14 `unix_events.py`, `_UnixWritePipeTransport`. */
export class WritePipeTransport {
  private readonly loop: EventLoop
  private readonly socket: Socket
  private protocol: BaseProtocol
  private readonly limits: WriteLimits
  private closing = false
  private lost = false
  /** Whether the system has not taken everything. */
  private buffering = false

  /** `onConnected` is called when the protocol has heard of the connection. */
  constructor(loop: EventLoop, socket: Socket, protocol: BaseProtocol, onConnected: () => void) {
    this.loop = loop
    this.socket = socket
    this.protocol = protocol
    this.limits = new WriteLimits(loop, this)
    // The process reads no more: the end of what it could send says so, or an error where it left something unread.
    socket.on('error', () => { this.fromOutside(this.readReady) })
    socket.on('end', () => { this.fromOutside(this.readReady) })
    loop.callSoon(() => { protocol.connectionMade(this) })
    loop.callSoon(() => { socket.resume() })
    loop.callSoon(onConnected)
  }

  /** `pipe`; the default for everything else. */
  getExtraInfo(name: string, fallback: unknown = null): unknown { return name === 'pipe' ? this.socket : fallback }

  /** Who is told what the pipe tells. */
  getProtocol(): BaseProtocol { return this.protocol }
  /** Gives the pipe another protocol. */
  setProtocol(protocol: BaseProtocol): void { this.protocol = protocol }

  /** Sends bytes, now or when the pipe takes them; a closed pipe swallows them. Throws `AssertionError` for anything else. */
  write(data: Uint8Array): void {
    if (!(data instanceof Uint8Array)) throw new AssertionError(repr(data))
    if (data.length === 0 || this.closing) return
    this.socket.write(data, this.written)
    if (this.socket.errored !== null) return this.end(osError('EPIPE'))
    this.buffering = this.socket.writableLength > 0
    this.limits.maybePause()
  }

  /** Sends pieces one after the other, as `write`. Throws `TypeError` for what is no bytes. */
  writelines(pieces: Iterable<Uint8Array>): void {
    this.write(Buffer.concat(Array.from(iterated(pieces), (piece: unknown, index) => {
      if (piece instanceof Uint8Array) return piece
      throw new TypeError(`sequence item ${index}: expected a bytes-like object, ${typeName(piece)} found`)
    })))
  }

  /** Closes the pipe, after what is buffered. */
  writeEof(): void {
    if (this.closing) return
    this.closing = true
    if (!this.buffering) this.loop.callSoon(this.callConnectionLost, null)
  }

  /** Always. */
  canWriteEof(): boolean { return true }

  /** Closes the pipe, after what is buffered. */
  close(): void { this.writeEof() }

  /** Closes the pipe at once; what is buffered is lost. */
  abort(): void { this.end(null) }

  /** Whether it is being closed, or is. */
  isClosing(): boolean { return this.closing }

  /** How many bytes the system has not taken yet. */
  getWriteBufferSize(): number { return this.buffering ? this.socket.writableLength : 0 }

  /** The low and the high mark. */
  getWriteBufferLimits(): readonly [low: number, high: number] { return this.limits.get() }

  /** From where on writers wait, and until where. Throws `ValueError` unless `high` is at least `low`. */
  setWriteBufferLimits(high: number | null = null, low: number | null = null): void { this.limits.set(high, low) }

  toString(): string { return `<_UnixWritePipeTransport${this.lost ? ' closed' : this.closing ? ' closing' : ''}>` }

  /** Gives the pipe back to the system. @internal */
  _release(): void { this.socket.destroy() }

  private fromOutside(action: () => void): void {
    if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(action)
  }

  private readonly readReady = qualified('_UnixWritePipeTransport._read_ready', (): void => {
    if (!this.closing || this.buffering) this.end(this.buffering ? new BrokenPipeError() : null)
  })

  /** Node has sent what it was given; nobody need know unless it took time. */
  private readonly written = (): void => { if (this.buffering) this.fromOutside(this.writeReady) }

  private readonly writeReady = qualified('_UnixWritePipeTransport._write_ready', (): void => {
    // Node says so of what it drops, too.
    if (!this.buffering || this.socket.writableLength > 0 || this.socket.destroyed) return
    this.buffering = false
    this.limits.maybeResume()
    if (this.closing) this.callConnectionLost(null)
  })

  private end(error: Error | null): void {
    this.closing = true
    this.buffering = false
    this.loop.callSoon(this.callConnectionLost, error)
  }

  private readonly callConnectionLost = qualified('_UnixWritePipeTransport._call_connection_lost', (error: Error | null): void => {
    if (this.lost) return
    this.lost = true
    try {
      this.protocol.connectionLost(error)
    } finally {
      this._release()
    }
  })
}

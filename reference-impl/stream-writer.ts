import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import type { BaseTransport } from './base-transport.ts'
import type { EventLoop } from './event-loop.ts'
import type { Future } from './future.ts'
import { sleep } from './sleep.ts'
import type { SocketTransport } from './socket-transport.ts'
import type { StreamReader } from './stream-reader.ts'

/** What carries the bytes of a writer. CPython 3.14 `transports.py`, `WriteTransport`. */
export interface WriteTransport extends BaseTransport {
  write(data: Uint8Array): void
  writelines(pieces: Iterable<Uint8Array>): void
  writeEof(): void
  canWriteEof(): boolean
  abort(): void
  getWriteBufferSize(): number
  getWriteBufferLimits(): readonly [low: number, high: number]
  setWriteBufferLimits(high?: number | null, low?: number | null): void
}

/** What knows when a writer may go on, and when all is closed. */
interface WriterProtocol {
  readonly _closed: Future<null>
  _drain(): CoroutineBody<void>
}

/** The writing end of a connection. CPython 3.14 `streams.py`, `StreamWriter`. */
export class StreamWriter<T extends WriteTransport = SocketTransport> {
  /** What carries the bytes. */
  readonly transport: T
  private readonly protocol: WriterProtocol
  private readonly reader: StreamReader | null

  constructor(transport: T, protocol: WriterProtocol, reader: StreamReader | null, _loop: EventLoop) {
    this.transport = transport
    this.protocol = protocol
    this.reader = reader
  }

  /** Sends bytes, now or when the socket takes them; never waits. */
  write(data: Uint8Array): void { this.transport.write(data) }
  /** Sends pieces one after the other, as `write`. */
  writelines(pieces: Iterable<Uint8Array>): void { this.transport.writelines(pieces) }
  /** Ends this side, after what is buffered; the other side may go on. */
  writeEof(): void { this.transport.writeEof() }
  /** Whether this side can be ended alone. */
  canWriteEof(): boolean { return this.transport.canWriteEof() }
  /** Sends what is buffered, then ends the connection; `waitClosed()` waits for that. */
  close(): void { this.transport.close() }
  /** Whether it is being closed, or is. */
  isClosing(): boolean { return this.transport.isClosing() }
  /** `peername`, `sockname`, `socket`; the default for everything else. */
  getExtraInfo(name: string, fallback: unknown = null): unknown { return this.transport.getExtraInfo(name, fallback) }

  /** Waits until the connection is gone; throws what it was lost with. */
  waitClosed(): Coroutine<null> { return StreamWriter.#waitClosed(this) }

  static readonly #waitClosed = coroutine(function* wait_closed(writer: StreamWriter<WriteTransport>) { return yield* writer.protocol._closed }, 'StreamWriter.wait_closed')

  /** Waits while too much is buffered. Throws `ConnectionResetError` when the connection is gone. */
  drain(): Coroutine<null> { return StreamWriter.#drain(this) }

  static readonly #drain = coroutine(function* drain(writer: StreamWriter<WriteTransport>) {
    const error = writer.reader?.exception() ?? null
    if (error !== null) throw error
    // A turn for the loop, so that it can notice that the connection is gone.
    if (writer.transport.isClosing()) yield* sleep(0)
    yield* writer.protocol._drain()
    return null
  }, 'StreamWriter.drain')

  toString(): string { return `<StreamWriter transport=${String(this.transport)} reader=${String(this.reader)}>` }
}

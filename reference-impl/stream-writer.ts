import { coroutine, type Coroutine } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { sleep } from './sleep.ts'
import type { SocketTransport } from './socket-transport.ts'
import type { StreamReaderProtocol } from './stream-reader-protocol.ts'
import type { StreamReader } from './stream-reader.ts'

/** The writing end of a connection. CPython 3.14 `streams.py`, `StreamWriter`. */
export class StreamWriter {
  readonly transport: SocketTransport
  private readonly protocol: StreamReaderProtocol
  private readonly reader: StreamReader | null

  constructor(transport: SocketTransport, protocol: StreamReaderProtocol, reader: StreamReader | null, _loop: EventLoop) {
    this.transport = transport
    this.protocol = protocol
    this.reader = reader
  }

  /** Sends bytes, now or when the socket takes them; never waits. */
  write(data: Uint8Array): void { this.transport.write(data) }
  writelines(pieces: Iterable<Uint8Array>): void { this.transport.writelines(pieces) }
  writeEof(): void { this.transport.writeEof() }
  canWriteEof(): boolean { return this.transport.canWriteEof() }
  close(): void { this.transport.close() }
  isClosing(): boolean { return this.transport.isClosing() }
  getExtraInfo(name: string, fallback: unknown = null): unknown { return this.transport.getExtraInfo(name, fallback) }

  /** Waits until the connection is gone; throws what it was lost with. */
  waitClosed(): Coroutine<null> { return StreamWriter.#waitClosed(this) }

  static readonly #waitClosed = coroutine(function* wait_closed(writer: StreamWriter) { return yield* writer.protocol._closed }, 'StreamWriter.wait_closed')

  /** Waits while too much is buffered. Throws `ConnectionResetError` when the connection is gone. */
  drain(): Coroutine<null> { return StreamWriter.#drain(this) }

  static readonly #drain = coroutine(function* drain(writer: StreamWriter) {
    const error = writer.reader?.exception() ?? null
    if (error !== null) throw error
    // A turn for the loop, so that it can notice that the connection is gone.
    if (writer.transport.isClosing()) yield* sleep(0)
    yield* writer.protocol._drain()
    return null
  }, 'StreamWriter.drain')

  toString(): string { return `<StreamWriter transport=${String(this.transport)} reader=${String(this.reader)}>` }
}

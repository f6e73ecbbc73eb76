import type { CoroutineBase } from './coroutine-base.ts'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { BaseException } from './exceptions/base-exception.ts'
import { Exception } from './exceptions/exception.ts'
import { FlowControl } from './flow-control.ts'
import type { Future } from './future.ts'
import { getEventLoop } from './get-event-loop.ts'
import { iscoroutine } from './iscoroutine.ts'
import { callObject } from './operands.ts'
import { Protocol } from './protocol.ts'
import type { SocketTransport } from './socket-transport.ts'
import type { StreamReader } from './stream-reader.ts'
import { StreamWriter } from './stream-writer.ts'

/** What a server calls for every client. */
export type ClientConnected = (reader: StreamReader, writer: StreamWriter) => unknown

/** Feeds a reader with what its transport receives, and holds writers back. CPython 3.14 `streams.py`, `StreamReaderProtocol`. */
export class StreamReaderProtocol extends Protocol {
  /** @internal Done when the connection is gone. */
  readonly _closed: Future<null>
  private reader: StreamReader | null
  private readonly clientConnected: ClientConnected | null
  private readonly loop: EventLoop
  private readonly flow: FlowControl

  constructor(reader: StreamReader | null, clientConnected: ClientConnected | null = null, loop: EventLoop | null = null) {
    super()
    this.reader = reader
    this.clientConnected = clientConnected
    this.loop = loop ?? getEventLoop()
    this.flow = new FlowControl(this.loop)
    this._closed = this.loop.createFuture<null>()
  }

  override connectionMade(transport: SocketTransport): void {
    this.reader?.setTransport(transport)
    if (this.clientConnected === null) return
    const failed = (exception: unknown): void => {
      this.loop.callExceptionHandler(new Map<string, unknown>([
        ['message', 'Unhandled exception in client_connected_cb'], ['exception', exception], ['transport', transport],
      ]))
      transport.close()
    }
    let made: unknown
    try {
      made = callObject(this.clientConnected, [this.reader, new StreamWriter(transport, this, this.reader, this.loop)])
    } catch (exception) {
      // A plain `Error` of JavaScript is an Exception too.
      if (exception instanceof BaseException && !(exception instanceof Exception)) throw exception
      return failed(exception)
    }
    if (!isCoroutine(made)) return
    this.loop.createTask(made).addDoneCallback(task => {
      if (task.cancelled()) return transport.close()
      const exception = task.exception()
      if (exception !== null) failed(exception)
    })
  }

  override dataReceived(data: Uint8Array): void { this.reader?.feedData(data) }

  override eofReceived(): boolean {
    this.reader?.feedEof()
    return true
  }

  override connectionLost(error: Error | null): void {
    if (error === null) this.reader?.feedEof()
    else this.reader?.setException(error)
    this.reader = null
    if (!this._closed.done()) {
      if (error === null) this._closed.setResult(null)
      else {
        this._closed.setException(error)
        // Nobody need ask how the connection ended.
        this._closed.exception()
      }
    }
    this.flow.connectionLost(error)
  }

  override pauseWriting(): void { this.flow.pauseWriting() }
  override resumeWriting(): void { this.flow.resumeWriting() }

  /** Waits while writing is paused. Throws `ConnectionResetError` when the connection is gone. @internal */
  _drain(): CoroutineBody<void> { return this.flow.drain() }
}

function isCoroutine(value: unknown): value is CoroutineBase<unknown> {
  return iscoroutine(value)
}

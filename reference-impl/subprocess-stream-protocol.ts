import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { FlowControl } from './flow-control.ts'
import type { Future } from './future.ts'
import { ReadPipeTransport } from './read-pipe-transport.ts'
import { StreamReader } from './stream-reader.ts'
import { StreamWriter } from './stream-writer.ts'
import { SubprocessProtocol } from './subprocess-protocol.ts'
import type { SubprocessTransport } from './subprocess-transport.ts'
import { WritePipeTransport } from './write-pipe-transport.ts'

/** Makes streams of a process's pipes. CPython 3.14 `subprocess.py`, `SubprocessStreamProtocol`. */
export class SubprocessStreamProtocol extends SubprocessProtocol {
  stdin: StreamWriter<WritePipeTransport> | null = null
  stdout: StreamReader | null = null
  stderr: StreamReader | null = null
  /** @internal Done when the input is closed. */
  readonly _closed: Future<null>
  private readonly limit: number | undefined
  private readonly loop: EventLoop
  private readonly flow: FlowControl
  private transport: SubprocessTransport | null = null
  private exited = false
  /** Of the outputs that are open. */
  private readonly fds = new Set<number>()

  constructor(limit: number | undefined, loop: EventLoop) {
    super()
    this.limit = limit
    this.loop = loop
    this.flow = new FlowControl(loop)
    this._closed = loop.createFuture<null>()
  }

  override connectionMade(transport: SubprocessTransport): void {
    this.transport = transport
    this.stdout = this.readerOf(transport, 1)
    this.stderr = this.readerOf(transport, 2)
    const stdin = transport.getPipeTransport(0)
    if (stdin instanceof WritePipeTransport) this.stdin = new StreamWriter(stdin, this, null, this.loop)
  }

  override pipeDataReceived(fd: number, data: Uint8Array): void { this.output(fd)?.feedData(data) }

  override pipeConnectionLost(fd: number, error: Error | null): void {
    if (fd === 0) return this.inputLost(error)
    if (error === null) this.output(fd)?.feedEof()
    else this.output(fd)?.setException(error)
    this.fds.delete(fd)
    this.maybeCloseTransport()
  }

  override processExited(): void {
    this.exited = true
    this.maybeCloseTransport()
  }

  override connectionLost(error: Error | null): void { this.flow.connectionLost(error) }
  override pauseWriting(): void { this.flow.pauseWriting() }
  override resumeWriting(): void { this.flow.resumeWriting() }

  /** Waits while writing is paused. Throws `ConnectionResetError` when the input is closed. @internal */
  _drain(): CoroutineBody<void> { return this.flow.drain() }

  private readerOf(transport: SubprocessTransport, fd: number): StreamReader | null {
    const pipe = transport.getPipeTransport(fd)
    if (!(pipe instanceof ReadPipeTransport)) return null
    const reader = new StreamReader(this.limit, { loop: this.loop })
    reader.setTransport(pipe)
    this.fds.add(fd)
    return reader
  }

  private output(fd: number): StreamReader | null { return fd === 1 ? this.stdout : this.stderr }

  private inputLost(error: Error | null): void {
    this.stdin?.close()
    this.connectionLost(error)
    if (error === null) return this._closed.setResult(null)
    this._closed.setException(error)
    // Nobody need ask how the input was closed.
    this._closed.exception()
  }

  private maybeCloseTransport(): void { if (this.fds.size === 0 && this.exited) this.transport?.close() }
}

import { coroutine, type Coroutine } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { BrokenPipeError, ConnectionResetError } from './exceptions/os-errors.ts'
import type { Future } from './future.ts'
import { gather } from './gather.ts'
import { StreamReader } from './stream-reader.ts'
import type { StreamWriter } from './stream-writer.ts'
import { SubprocessProtocol, type SubprocessTransport } from './subprocess-transport.ts'

/** Feeds the readers of a process and wakes those who wait for its end. CPython 3.14 `subprocess.py`, `SubprocessStreamProtocol`. */
export class SubprocessStreamProtocol extends SubprocessProtocol {
  readonly readers: ReadonlyMap<number, StreamReader>
  /** @internal */
  readonly _exit: Future<null>

  constructor(loop: EventLoop, limit: number | undefined, fds: readonly number[]) {
    super()
    this.readers = new Map(fds.map(fd => [fd, new StreamReader(limit, { loop })]))
    this._exit = loop.createFuture<null>()
  }

  override pipeDataReceived(fd: number, data: Uint8Array): void { this.readers.get(fd)?.feedData(data) }
  override pipeConnectionLost(fd: number): void { this.readers.get(fd)?.feedEof() }
  override processExited(): void { if (!this._exit.done()) this._exit.setResult(null) }
}

/** A program that runs. CPython 3.14 `subprocess.py`, `Process`. */
export class Process {
  /** Its number in the system. */
  readonly pid: number
  /** Where it reads from, what it writes; `null` where no pipe was asked for. */
  readonly stdin: StreamWriter | null
  readonly stdout: StreamReader | null
  readonly stderr: StreamReader | null
  private readonly transport: SubprocessTransport
  private readonly protocol: SubprocessStreamProtocol
  private readonly loop: EventLoop

  constructor(transport: SubprocessTransport, protocol: SubprocessStreamProtocol, stdin: StreamWriter | null, loop: EventLoop) {
    this.transport = transport
    this.protocol = protocol
    this.stdin = stdin
    this.loop = loop
    this.pid = transport.getPid()
    this.stdout = protocol.readers.get(1) ?? null
    this.stderr = protocol.readers.get(2) ?? null
  }

  /** The exit status, negative for the signal that ended it; `null` while it runs. */
  get returncode(): number | null { return this.transport.getReturncode() }

  /** Throws `ProcessLookupError` when it has ended, as do `terminate` and `kill`. */
  sendSignal(signal: number): void { this.transport.sendSignal(signal) }
  /** Sends SIGTERM. */
  terminate(): void { this.transport.terminate() }
  /** Sends SIGKILL. */
  kill(): void { this.transport.kill() }

  /** Waits for its end: the exit status. */
  wait(): Coroutine<number | null> { return Process.#wait(this) }

  static readonly #wait = coroutine(function* wait(process: Process) {
    if (process.returncode === null) {
      // Each waits by itself: cancelling one is nothing to the others.
      const waiter = process.loop.createFuture<null>()
      process.protocol._exit.addDoneCallback(() => { if (!waiter.done()) waiter.setResult(null) })
      yield* waiter
    }
    return process.returncode
  }, 'Process.wait')

  /** Writes `input`, closes it, reads both outputs to their ends, waits: both outputs, `null` for what is no pipe. */
  communicate(input: Uint8Array | null = null): Coroutine<readonly (Uint8Array | null)[]> { return Process.#communicate(this, input) }

  static readonly #communicate = coroutine(function* communicate(process: Process, input: Uint8Array | null) {
    const [, stdout, stderr] = yield* gather(feed(process.stdin, input), readAll(process.stdout), readAll(process.stderr))
    yield* process.wait()
    return Object.freeze([stdout ?? null, stderr ?? null])
  }, 'Process.communicate')

  toString(): string { return `<Process ${this.pid}>` }
}

const feed = coroutine(function* _feed_stdin(stdin: StreamWriter | null, input: Uint8Array | null) {
  if (stdin === null) return null
  try {
    if (input !== null) {
      stdin.write(input)
      yield* stdin.drain()
    }
  } catch (error) {
    if (!(error instanceof BrokenPipeError || error instanceof ConnectionResetError)) throw error
  }
  stdin.close()
  return null
}, 'Process._feed_stdin')

const readAll = coroutine(function* _read_stream(reader: StreamReader | null) {
  return reader === null ? null : yield* reader.read()
}, 'Process._read_stream')

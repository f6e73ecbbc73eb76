import { coroutine, type Coroutine } from './coroutine.ts'
import { BrokenPipeError, ConnectionResetError } from './exceptions/os-errors.ts'
import { gather } from './gather.ts'
import type { StreamReader } from './stream-reader.ts'
import type { StreamWriter } from './stream-writer.ts'
import type { SubprocessStreamProtocol } from './subprocess-stream-protocol.ts'
import type { SubprocessTransport } from './subprocess-transport.ts'
import type { WritePipeTransport } from './write-pipe-transport.ts'

/** A program that runs. CPython 3.14 `subprocess.py`, `Process`. */
export class Process {
  /** Its number in the system. */
  readonly pid: number
  /** Where it reads from, what it writes; `null` where no pipe was asked for. */
  readonly stdin: StreamWriter<WritePipeTransport> | null
  readonly stdout: StreamReader | null
  readonly stderr: StreamReader | null
  private readonly transport: SubprocessTransport

  constructor(transport: SubprocessTransport, protocol: SubprocessStreamProtocol) {
    this.transport = transport
    this.stdin = protocol.stdin
    this.stdout = protocol.stdout
    this.stderr = protocol.stderr
    this.pid = transport.getPid()
  }

  /** The exit status, negative for the signal that ended it; `null` while it runs. */
  get returncode(): number | null { return this.transport.getReturncode() }

  /** Throws `ProcessLookupError` when it has ended and its pipes are closed, as do `terminate` and `kill`. */
  sendSignal(signal: number): void { this.transport.sendSignal(signal) }
  /** Sends SIGTERM. */
  terminate(): void { this.transport.terminate() }
  /** Sends SIGKILL. */
  kill(): void { this.transport.kill() }

  /** Waits for its end: the exit status. */
  wait(): Coroutine<number> { return Process.#wait(this) }

  static readonly #wait = coroutine(function* wait(process: Process) { return yield* process.transport._wait() }, 'Process.wait')

  /** Writes `input`, closes it, reads both outputs to their ends, waits: both outputs, `null` for what is no pipe. */
  communicate(input: Uint8Array | null = null): Coroutine<readonly (Uint8Array | null)[]> { return Process.#communicate(this, input) }

  static readonly #communicate = coroutine(function* communicate(process: Process, input: Uint8Array | null) {
    const { stdin, stdout, stderr, transport } = process
    const outputs = [[1, stdout], [2, stderr]] as const
    const [, output, errors] = yield* gather(
      stdin === null ? noop() : feed(stdin, input),
      ...outputs.map(([fd, reader]) => reader === null ? noop() : readAll(transport, fd, reader)),
    )
    yield* process.wait()
    return Object.freeze([output ?? null, errors ?? null])
  }, 'Process.communicate')

  toString(): string { return `<Process ${this.pid}>` }
}

const noop = coroutine(function* _noop() { return null }, 'Process._noop')

const feed = coroutine(function* _feed_stdin(stdin: StreamWriter<WritePipeTransport>, input: Uint8Array | null) {
  try {
    if (input !== null) stdin.write(input)
    yield* stdin.drain()
  } catch (error) {
    if (!(error instanceof BrokenPipeError || error instanceof ConnectionResetError)) throw error
  }
  stdin.close()
  return null
}, 'Process._feed_stdin')

const readAll = coroutine(function* _read_stream(transport: SubprocessTransport, fd: number, reader: StreamReader) {
  const pipe = transport.getPipeTransport(fd)
  const output = yield* reader.read()
  pipe?.close()
  return output
}, 'Process._read_stream')

import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { constants } from 'node:os'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { ProcessLookupError } from './exceptions/os-errors.ts'
import type { Future } from './future.ts'
import { osError } from './os-error.ts'
import { qualified } from './qualified.ts'
import { ReadPipeTransport } from './read-pipe-transport.ts'
import { sleep } from './sleep.ts'
import { SubprocessPipeProtocol } from './subprocess-pipe-protocol.ts'
import type { SubprocessProtocol } from './subprocess-protocol.ts'
import { typeName } from './type-name.ts'
import { WritePipeTransport } from './write-pipe-transport.ts'

/** A process that was started, and its pipes. CPython 3.14 `base_subprocess.py`, `BaseSubprocessTransport`. */
export class SubprocessTransport {
  private readonly loop: EventLoop
  private readonly child: ChildProcess
  /** What is ours of the pipes. */
  private readonly sockets: ReadonlyMap<number, Socket>
  private readonly pipes = new Map<number, ReadPipeTransport | WritePipeTransport>()
  private protocol: SubprocessProtocol | null
  private readonly onLost: () => void
  /** What the protocol is to hear after `connectionMade`. */
  private readonly pending: (() => void)[] = []
  private connected = false
  private readonly exitWaiters = new Set<Future<number>>()
  private returncode: number | null = null
  private disconnected = 0
  private closed = false

  constructor(loop: EventLoop, child: ChildProcess, sockets: ReadonlyMap<number, Socket>, protocol: SubprocessProtocol, onLost: () => void) {
    this.loop = loop
    this.child = child
    this.sockets = sockets
    this.protocol = protocol
    this.onLost = onLost
    child.on('exit', (code, signal) => {
      const returncode = code ?? -(signal === null ? 0 : constants.signals[signal])
      if (!loop.isClosed()) loop.callSoonThreadsafe(() => { this.processExited(returncode) })
    })
  }

  /** `subprocess`; the default for everything else. */
  getExtraInfo(name: string, fallback: unknown = null): unknown { return name === 'subprocess' ? this.child : fallback }

  /** Who is told what the process does; `null` when it is gone. */
  getProtocol(): SubprocessProtocol | null { return this.protocol }
  /** Gives the process another protocol. */
  setProtocol(protocol: SubprocessProtocol): void { this.protocol = protocol }

  /** Its number in the system. */
  getPid(): number { return this.child.pid ?? 0 }
  /** The exit status, negative for the signal that ended it; `null` while it runs. */
  getReturncode(): number | null { return this.returncode }

  /** The transport of its input, 0, or of an output, 1 or 2; `null` for what is no pipe. */
  getPipeTransport(fd: number): ReadPipeTransport | WritePipeTransport | null { return this.pipes.get(fd) ?? null }

  /** Does nothing when the process has ended. Throws `ProcessLookupError` when the protocol has heard `connectionLost`, `OSError` for no signal. */
  sendSignal(signal: number): void {
    if (this.protocol === null) throw new ProcessLookupError()
    if (this.returncode !== null) return
    try {
      this.child.kill(signal)
    } catch {
      throw osError('EINVAL')
    }
  }

  /** Sends SIGTERM. */
  terminate(): void { this.sendSignal(constants.signals.SIGTERM) }
  /** Sends SIGKILL. */
  kill(): void { this.sendSignal(constants.signals.SIGKILL) }

  /** Whether `close()` was called. */
  isClosing(): boolean { return this.closed }

  /** Closes the pipes and kills the process, when it still runs. */
  close(): void {
    if (this.closed) return
    this.closed = true
    for (const pipe of this.pipes.values()) pipe.close()
    if (this.returncode === null) this.child.kill('SIGKILL')
  }

  toString(): string {
    const status = this.returncode === null ? 'running' : `returncode=${this.returncode}`
    const pipes = [...this.pipes].map(([fd, pipe]) => ` ${String(['stdin', 'stdout', 'stderr'][fd])}=${String(pipe)}`)
    return `<_UnixSubprocessTransport${this.closed ? ' closed' : ''} pid=${this.getPid()} ${status}${pipes.join('')}>`
  }

  /** Makes transports for the pipes, one after the other, and begins to tell the protocol. @internal */
  *_connectPipes(): CoroutineBody<void> {
    const { loop } = this
    for (const [fd, socket] of this.sockets) {
      const waiter = loop.createFuture<null>()
      const connected = (): void => { if (!waiter.done()) waiter.setResult(null) }
      const Transport = fd === 0 ? WritePipeTransport : ReadPipeTransport
      const pipe = new Transport(loop, socket, new SubprocessPipeProtocol(this, fd), connected)
      yield* waiter
      this.pipes.set(fd, pipe)
    }
    this.connected = true
    this.tell('connection_made', protocol => { protocol.connectionMade(this) })
    for (const call of this.pending.splice(0)) loop.callSoon(call)
    // The protocol hears of it before whoever starts the process.
    yield* sleep(0)
  }

  /** The exit status, when the process has ended. @internal */
  *_wait(): CoroutineBody<number> {
    if (this.returncode !== null) return this.returncode
    const waiter = this.loop.createFuture<number>()
    this.exitWaiters.add(waiter)
    try {
      return yield* waiter
    } finally {
      this.exitWaiters.delete(waiter)
    }
  }

  /** @internal */
  _pipeDataReceived(fd: number, data: Uint8Array): void { this.tell('pipe_data_received', protocol => { protocol.pipeDataReceived(fd, data) }) }

  /** @internal */
  _pipeConnectionLost(fd: number, error: Error | null): void {
    this.disconnected++
    this.tell('pipe_connection_lost', protocol => { protocol.pipeConnectionLost(fd, error) })
    this.tryFinish()
  }

  /** Gives pipes and process back to the system. @internal */
  _release(): void {
    for (const socket of this.sockets.values()) socket.destroy()
    if (this.returncode === null) this.child.kill('SIGKILL')
  }

  /** The protocol that is told is the one of this moment. */
  private tell(name: string, call: (protocol: SubprocessProtocol) => void): void {
    const { protocol } = this
    if (protocol !== null) this.soon(qualified(`${typeName(protocol)}.${name}`, () => { call(protocol) }))
  }

  private soon(call: () => void): void {
    if (this.connected) this.loop.callSoon(call)
    else this.pending.push(call)
  }

  private processExited(returncode: number): void {
    this.returncode = returncode
    this.tell('process_exited', protocol => { protocol.processExited() })
    this.tryFinish()
    for (const waiter of this.exitWaiters) if (!waiter.done()) waiter.setResult(returncode)
  }

  private tryFinish(): void {
    if (this.returncode !== null && this.disconnected === this.sockets.size) this.soon(this.callConnectionLost)
  }

  private readonly callConnectionLost = qualified('BaseSubprocessTransport._call_connection_lost', (): void => {
    try {
      this.protocol?.connectionLost(null)
    } finally {
      this.protocol = null
      this.onLost()
    }
  })
}

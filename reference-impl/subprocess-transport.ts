import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import type { EventLoop } from './event-loop.ts'
import { ProcessLookupError } from './exceptions/os-errors.ts'
import { BaseProtocol } from './protocol.ts'
import type { ReadTransport } from './stream-reader.ts'

/** What a process tells its protocol. CPython 3.14 `protocols.py`, `SubprocessProtocol`. */
export class SubprocessProtocol extends BaseProtocol {
  /** Bytes came from output `fd`, 1 or 2. */
  pipeDataReceived(_fd: number, _data: Uint8Array): void {}
  /** Output `fd` has come to its end. */
  pipeConnectionLost(_fd: number, _error: Error | null): void {}
  /** The process has ended. */
  processExited(): void {}
}

/** A process that was started, and its outputs. CPython 3.14 `base_subprocess.py`, `BaseSubprocessTransport`. */
export class SubprocessTransport {
  private readonly loop: EventLoop
  private readonly child: ChildProcess
  private readonly protocol: SubprocessProtocol
  private readonly onLost: (transport: SubprocessTransport) => void
  private returncode: number | null = null
  private open: number
  private lost = false

  constructor(loop: EventLoop, child: ChildProcess, protocol: SubprocessProtocol, onLost: (transport: SubprocessTransport) => void) {
    this.loop = loop
    this.child = child
    this.protocol = protocol
    this.onLost = onLost
    const outputs = [[1, child.stdout], [2, child.stderr]] as const
    this.open = outputs.filter(([, stream]) => stream !== null).length
    for (const [fd, stream] of outputs) if (stream !== null) this.listen(fd, stream)
    child.on('error', () => {})
    child.on('exit', (code, signal) => { this.fromOutside(() => { this.exited(code ?? -(signal === null ? 0 : constants.signals[signal])) }) })
  }

  /** Its number in the system. */
  getPid(): number { return this.child.pid ?? 0 }
  /** The exit status, negative for the signal that ended it; `null` while it runs. */
  getReturncode(): number | null { return this.returncode }

  /** The transport of an output, which can be paused. */
  getPipeTransport(fd: number): ReadTransport | null {
    const stream = fd === 1 ? this.child.stdout : fd === 2 ? this.child.stderr : null
    return stream === null ? null : { pauseReading: () => { stream.pause() }, resumeReading: () => { stream.resume() } }
  }

  /** Throws ProcessLookupError when it has ended. */
  sendSignal(signal: number): void {
    if (this.returncode !== null) throw new ProcessLookupError()
    this.child.kill(signal)
  }

  /** Sends SIGTERM. */
  terminate(): void { this.sendSignal(constants.signals.SIGTERM) }
  /** Sends SIGKILL. */
  kill(): void { this.sendSignal(constants.signals.SIGKILL) }

  /** Ends it, when it still runs. */
  close(): void {
    for (const stream of this.child.stdio) stream?.destroy()
    if (this.returncode === null) this.child.kill('SIGKILL')
  }

  private fromOutside(action: () => void): void {
    if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(action)
  }

  private listen(fd: number, stream: Readable): void {
    stream.on('data', (data: Buffer) => { this.fromOutside(() => { this.protocol.pipeDataReceived(fd, new Uint8Array(data)) }) })
    stream.on('error', () => {})
    stream.once('close', () => {
      this.fromOutside(() => {
        this.open--
        this.protocol.pipeConnectionLost(fd, null)
        this.maybeLost()
      })
    })
  }

  private exited(returncode: number): void {
    this.returncode = returncode
    this.protocol.processExited()
    this.maybeLost()
  }

  private maybeLost(): void {
    if (this.lost || this.open > 0 || this.returncode === null) return
    this.lost = true
    this.loop.callSoon(() => {
      this.protocol.connectionLost(null)
      this.onLost(this)
    })
  }
}

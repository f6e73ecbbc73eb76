import { Protocol, type BaseProtocol } from './protocol.ts'

/** What a process's transport hears of a pipe. */
export interface PipeListener {
  getProtocol(): BaseProtocol | null
  _pipeDataReceived(fd: number, data: Uint8Array): void
  _pipeConnectionLost(fd: number, error: Error | null): void
}

/** Tells the transport of a process what comes from one of its pipes. CPython 3.14 `base_subprocess.py`, `ReadSubprocessPipeProto` and `WriteSubprocessPipeProto`. */
export class SubprocessPipeProtocol extends Protocol {
  private readonly process: PipeListener
  private readonly fd: number

  constructor(process: PipeListener, fd: number) {
    super()
    this.process = process
    this.fd = fd
  }

  override dataReceived(data: Uint8Array): void { this.process._pipeDataReceived(this.fd, data) }
  override connectionLost(error: Error | null): void { this.process._pipeConnectionLost(this.fd, error) }
  override pauseWriting(): void { this.process.getProtocol()?.pauseWriting() }
  override resumeWriting(): void { this.process.getProtocol()?.resumeWriting() }

  override toString(): string { return `<${this.fd === 0 ? 'Write' : 'Read'}SubprocessPipeProto fd=${this.fd}>` }
}

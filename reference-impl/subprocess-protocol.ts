import { BaseProtocol } from './protocol.ts'

/** What a process tells its protocol. CPython 3.14 `protocols.py`, `SubprocessProtocol`. */
export class SubprocessProtocol extends BaseProtocol {
  /** Bytes came from output `fd`, 1 or 2. */
  pipeDataReceived(_fd: number, _data: Uint8Array): void {}
  /** The pipe of input or output `fd` is closed. */
  pipeConnectionLost(_fd: number, _error: Error | null): void {}
  /** The process has ended. */
  processExited(): void {}
}

import type { BaseTransport } from './base-transport.ts'

/** What a transport tells its protocol. CPython 3.14 `protocols.py`, `BaseProtocol`. */
export class BaseProtocol {
  /** The connection is there: the first that a protocol hears. */
  connectionMade(_transport: BaseTransport): void {}
  /** The connection is gone: `null` when it ended in order. */
  connectionLost(_error: Error | null): void {}
  /** More is buffered than the high-water mark. */
  pauseWriting(): void {}
  /** The buffer has fallen to the low-water mark. */
  resumeWriting(): void {}
}

/** The protocol of a connection that carries bytes. CPython 3.14 `protocols.py`, `Protocol`. */
export class Protocol extends BaseProtocol {
  /** Bytes came, in pieces of any size. */
  dataReceived(_data: Uint8Array): void {}
  /** The peer will send no more; a true value keeps the transport open for writing. */
  eofReceived(): unknown { return null }
}

import type { BaseProtocol } from './protocol.ts'

/** What every transport has. CPython 3.14 `transports.py`, `BaseTransport`. */
export interface BaseTransport {
  /** What is known of the connection; the default for everything else. */
  getExtraInfo(name: string, fallback?: unknown): unknown
  /** Whether it is being closed, or is. */
  isClosing(): boolean
  /** Closes it, after what is buffered. */
  close(): void
  /** Gives it another protocol. */
  setProtocol(protocol: BaseProtocol): void
  /** Who is told; `null` when a process is gone. */
  getProtocol(): BaseProtocol | null
}

import type { EventLoop } from './event-loop.ts'
import { ValueError } from './exceptions/errors.ts'
import { guarded } from './guarded.ts'
import type { BaseProtocol } from './protocol.ts'
import { repr } from './repr.ts'

const defaultHigh = 64 * 1024

/** A transport that buffers what is written. */
export interface BufferingTransport {
  getWriteBufferSize(): number
  getProtocol(): BaseProtocol
}

/** The marks at which a transport pauses its protocol and lets it go on. CPython 3.14 `transports.py`, `_FlowControlMixin`. */
export class WriteLimits {
  private readonly loop: EventLoop
  private readonly transport: BufferingTransport
  private high = defaultHigh
  private low = defaultHigh / 4
  private isPaused = false

  constructor(loop: EventLoop, transport: BufferingTransport) {
    this.loop = loop
    this.transport = transport
  }

  /** Whether the protocol is paused. */
  get paused(): boolean { return this.isPaused }

  /** The low and the high mark. */
  get(): readonly [low: number, high: number] { return Object.freeze([this.low, this.high] as const) }

  /** Throws `ValueError` unless `high` is at least `low`. */
  set(high: number | null, low: number | null): void {
    const newHigh = high ?? (low === null ? defaultHigh : 4 * low)
    const newLow = low ?? Math.floor(newHigh / 4)
    if (!(newHigh >= newLow && newLow >= 0)) throw new ValueError(`high (${repr(newHigh)}) must be >= low (${repr(newLow)}) must be >= 0`)
    this.high = newHigh
    this.low = newLow
    this.maybePause()
  }

  maybePause(): void {
    if (this.isPaused || this.transport.getWriteBufferSize() <= this.high) return
    this.isPaused = true
    guarded(() => { this.transport.getProtocol().pauseWriting() }, error => { this.report('protocol.pause_writing() failed', error) })
  }

  maybeResume(): void {
    if (!this.isPaused || this.transport.getWriteBufferSize() > this.low) return
    this.isPaused = false
    guarded(() => { this.transport.getProtocol().resumeWriting() }, error => { this.report('protocol.resume_writing() failed', error) })
  }

  private report(message: string, exception: unknown): void {
    this.loop.callExceptionHandler(new Map<string, unknown>([
      ['message', message], ['exception', exception], ['transport', this.transport], ['protocol', this.transport.getProtocol()],
    ]))
  }
}

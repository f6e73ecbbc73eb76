import { ByteBuffer } from './byte-buffer.ts'
import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { IncompleteReadError, LimitOverrunError } from './exceptions/asyncio-errors.ts'
import { AssertionError, NotImplementedError, RuntimeError, ValueError } from './exceptions/errors.ts'
import { StopAsyncIteration } from './exceptions/iteration.ts'
import type { Future } from './future.ts'
import { getEventLoop } from './get-event-loop.ts'
import { checkComparable } from './operands.ts'
import { repr } from './repr.ts'
import { Separators } from './separators.ts'

/** What feeds a reader, as far as the reader knows it. */
export interface ReadTransport {
  pauseReading(): void
  resumeReading(): void
}

const defaultLimit = 2 ** 16
const newline = Uint8Array.of(10)

/**
 * Where bytes wait between a transport, which feeds them, and the coroutine that reads them.
 * CPython 3.14 `streams.py`, `StreamReader`.
 */
export class StreamReader {
  private readonly limit: number
  private readonly loop: EventLoop
  private readonly buffer = new ByteBuffer()
  private eof = false
  private waiter: Future<null> | null = null
  private failure: Error | null = null
  private transport: ReadTransport | null = null
  private paused = false

  /** `limit`: the longest line, and half of what may pile up, in bytes. Throws `ValueError` unless it is above 0. */
  constructor(limit = defaultLimit, options: { readonly loop?: EventLoop | null } = {}) {
    checkComparable(limit, '<=')
    if (limit <= 0) throw new ValueError('Limit cannot be <= 0')
    this.limit = limit
    this.loop = options.loop ?? getEventLoop()
  }

  /** The exception that was set, or `null`. */
  exception(): Error | null { return this.failure }

  /** From now on every read throws `error`. */
  setException(error: Error): void {
    this.failure = error
    this.wakeUp(waiter => { waiter.setException(error) })
  }

  /** Says who feeds it. Throws `AssertionError` the second time. */
  setTransport(transport: ReadTransport): void {
    if (this.transport !== null) throw new AssertionError('Transport already set')
    this.transport = transport
  }

  /** Nothing more will come. */
  feedEof(): void {
    this.eof = true
    this.wakeUp(waiter => { waiter.setResult(null) })
  }

  /** Whether nothing is left and nothing will come. */
  atEof(): boolean { return this.eof && this.buffer.length === 0 }

  /** Puts bytes at the end; a transport that feeds too fast is paused. Throws `AssertionError` after `feedEof()`. */
  feedData(data: Uint8Array): void {
    if (this.eof) throw new AssertionError('feed_data after feed_eof')
    if (data.length === 0) return
    this.buffer.extend(data)
    this.wakeUp(waiter => { waiter.setResult(null) })
    if (this.transport === null || this.paused || this.buffer.length <= 2 * this.limit) return
    try {
      this.transport.pauseReading()
      this.paused = true
    } catch (error) {
      if (!(error instanceof NotImplementedError)) throw error
      this.transport = null
    }
  }

  /** The next `n` bytes at most, waiting for the first; everything up to the end for a negative `n`; empty at the end. */
  read(n = -1): Coroutine<Uint8Array> { return StreamReader.#read(this, n) }

  static readonly #read = coroutine(function* read(reader: StreamReader, n: number): CoroutineBody<Uint8Array> {
    if (reader.failure !== null) throw reader.failure
    if (n === 0) return new Uint8Array(0)
    if (n < 0) {
      const everything = new ByteBuffer()
      for (;;) {
        const block = yield* reader.read(reader.limit)
        if (block.length === 0) return everything.take(everything.length)
        everything.extend(block)
      }
    }
    if (reader.buffer.length === 0 && !reader.eof) yield* StreamReader.#moreData(reader, 'read')
    return reader.taken(n)
  }, 'StreamReader.read')

  /** The next line with its end, what is left at the end of the stream. Throws `ValueError` when it is longer than the limit. */
  readline(): Coroutine<Uint8Array> { return StreamReader.#readline(this) }

  static readonly #readline = coroutine(function* readline(reader: StreamReader): CoroutineBody<Uint8Array> {
    try {
      return yield* reader.readuntil(newline)
    } catch (error) {
      if (error instanceof IncompleteReadError) return Uint8Array.from(error.partial)
      if (!(error instanceof LimitOverrunError)) throw error
      if (reader.buffer.find(newline, error.consumed) === error.consumed) reader.buffer.take(error.consumed + newline.length)
      else reader.buffer.clear()
      reader.maybeResume()
      throw Object.assign(new ValueError(error.args[0]), { __context__: error })
    }
  }, 'StreamReader.readline')

  /**
   * Everything up to and with the separator, of several the one that ends first. Throws `IncompleteReadError` at the end of
   * the stream, `LimitOverrunError` when more than the limit comes before the separator, `ValueError` for an empty one.
   */
  readuntil(separator: Uint8Array | readonly Uint8Array[] = newline): Coroutine<Uint8Array> { return StreamReader.#readuntil(this, separator) }

  static readonly #readuntil = coroutine(function* readuntil(reader: StreamReader, separator: Uint8Array | readonly Uint8Array[]): CoroutineBody<Uint8Array> {
    const separators = new Separators(separator)
    if (reader.failure !== null) throw reader.failure
    const { buffer, limit } = reader
    // No separator begins before `offset`.
    let offset = 0
    for (;;) {
      if (buffer.length - offset >= separators.shortest) {
        const match = separators.find(buffer, offset)
        if (match !== null) {
          if (match.start > limit) throw new LimitOverrunError('Separator is found, but chunk is longer than limit', match.start)
          return reader.taken(match.end)
        }
        offset = Math.max(0, buffer.length + 1 - separators.longest)
        if (offset > limit) throw new LimitOverrunError('Separator is not found, and chunk exceed the limit', offset)
      }
      if (reader.eof) throw new IncompleteReadError(buffer.take(buffer.length), null)
      yield* StreamReader.#moreData(reader, 'readuntil')
    }
  }, 'StreamReader.readuntil')

  /** Exactly `n` bytes. Throws `IncompleteReadError` when the stream ends before, `ValueError` for a negative `n`. */
  readexactly(n: number): Coroutine<Uint8Array> { return StreamReader.#readexactly(this, n) }

  static readonly #readexactly = coroutine(function* readexactly(reader: StreamReader, n: number): CoroutineBody<Uint8Array> {
    if (n < 0) throw new ValueError('readexactly size can not be less than zero')
    if (reader.failure !== null) throw reader.failure
    if (n === 0) return new Uint8Array(0)
    const { buffer } = reader
    while (buffer.length < n) {
      if (reader.eof) throw new IncompleteReadError(buffer.take(buffer.length), n)
      yield* StreamReader.#moreData(reader, 'readexactly')
    }
    return reader.taken(n)
  }, 'StreamReader.readexactly')

  __aiter__(): this { return this }

  /** The next line; throws `StopAsyncIteration` at the end. */
  __anext__(): Coroutine<Uint8Array> { return StreamReader.#anext(this) }

  static readonly #anext = coroutine(function* __anext__(reader: StreamReader): CoroutineBody<Uint8Array> {
    const line = yield* reader.readline()
    if (line.length === 0) throw new StopAsyncIteration()
    return line
  }, 'StreamReader.__anext__')

  toString(): string {
    const info = [
      'StreamReader',
      ...(this.buffer.length > 0 ? [`${this.buffer.length} bytes`] : []),
      ...(this.eof ? ['eof'] : []),
      ...(this.limit === defaultLimit ? [] : [`limit=${this.limit}`]),
      ...(this.waiter === null ? [] : [`waiter=${repr(this.waiter)}`]),
      ...(this.failure === null ? [] : [`exception=${repr(this.failure)}`]),
      ...(this.transport === null ? [] : [`transport=${repr(this.transport)}`]),
      ...(this.paused ? ['paused'] : []),
    ]
    return `<${info.join(' ')}>`
  }

  private wakeUp(settle: (waiter: Future<null>) => void): void {
    const { waiter } = this
    this.waiter = null
    if (waiter !== null && !waiter.cancelled()) settle(waiter)
  }

  /** Waits to be fed. A transport that was paused goes on: without it the wait would not end. */
  static readonly #moreData = coroutine(function* _wait_for_data(reader: StreamReader, method: string) {
    if (reader.waiter !== null) throw new RuntimeError(`${method}() called while another coroutine is already waiting for incoming data`)
    if (reader.paused) {
      reader.paused = false
      reader.transport?.resumeReading()
    }
    reader.waiter = reader.loop.createFuture<null>()
    try {
      yield* reader.waiter
    } finally {
      reader.waiter = null
    }
  }, 'StreamReader._wait_for_data')

  private taken(count: number): Uint8Array {
    const data = this.buffer.take(count)
    this.maybeResume()
    return data
  }

  private maybeResume(): void {
    if (!this.paused || this.buffer.length > this.limit) return
    this.paused = false
    this.transport?.resumeReading()
  }
}

import { expect, test } from 'vitest'
import {
  ConnectionResetError, coroutine, getRunningLoop, openConnection, Protocol, run, sleep, type SocketTransport, startServer, StreamReader, type StreamWriter, ValueError,
} from '../../reference-impl/index.ts'

const echo = coroutine(function* echo(reader: StreamReader, writer: StreamWriter) {
  writer.write(yield* reader.readline())
  yield* writer.drain()
  writer.close()
})

test('a transport says how it stands', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection('127.0.0.1', Number(port))
    const { transport } = writer
    const open = String(transport)
    transport.setWriteBufferLimits(null, 8)
    const limits = [transport.getWriteBufferLimits()]
    transport.setWriteBufferLimits(40)
    limits.push(transport.getWriteBufferLimits())
    transport.setWriteBufferLimits()
    limits.push(transport.getWriteBufferLimits())
    const reading = [transport.isReading()]
    transport.resumeReading()
    transport.pauseReading()
    transport.pauseReading()
    reading.push(transport.isReading())
    transport.resumeReading()
    reading.push(transport.isReading())
    writer.write(new Uint8Array())
    writer.writeEof()
    writer.writeEof()
    let refused = 'nothing'
    try {
      writer.write(Uint8Array.of(1))
    } catch (error) {
      refused = String(error)
    }
    writer.close()
    const closing = [String(transport), transport.isReading()]
    transport.pauseReading()
    yield* reader.read()
    server.close()
    yield* server.waitClosed()
    return { open, limits, reading, refused, closing }
  })
  expect(await run(main())).toEqual({
    open: '<_SelectorSocketTransport>',
    limits: [[8, 32], [10, 40], [16384, 65536]],
    reading: [true, false, true],
    refused: 'RuntimeError: Cannot call write() after write_eof()',
    closing: ['<_SelectorSocketTransport closing>', false],
  })
})

/** A protocol that tells what it hears. */
class Telling extends Protocol {
  readonly heard: unknown[] = []
  override connectionMade() {
    this.heard.push('made')
    getRunningLoop().callSoon(() => this.heard.push('soon'))
  }
  override connectionLost(error: Error | null) { this.heard.push(['lost', error]) }
  override pauseWriting() {
    this.heard.push('pause')
    throw new ValueError('paused')
  }
}

/** What is thrown and reported while `use` does something with the client's end of a connection that nobody reads from. */
function outcomeOf(use: (transport: SocketTransport, told: unknown[]) => void) {
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const told: unknown[] = []
    loop.setExceptionHandler((_, context) => told.push([context.get('message'), String(context.get('exception'))]))
    const server = yield* loop.createServer(() => Object.assign(new Protocol(), { connectionMade(transport: SocketTransport) { transport.pauseReading() } }), '127.0.0.1', 0)
    const [host, port] = server.sockets[0]?.getsockname() ?? []
    const [transport, protocol] = yield* loop.createConnection(() => new Telling(), String(host), Number(port))
    told.push(...protocol.heard.splice(0), 'connected')
    try {
      use(transport, told)
    } catch (error) {
      told.push(String(error))
    }
    transport.abort()
    told.push(transport.getWriteBufferSize())
    yield* sleep(0)
    told.push(...protocol.heard)
    server.close()
    return told
  })
  return run(main())
}

const much = new Uint8Array(5_000_000)
const ended = ['made', 'soon', 'connected']

test('who connects goes on after what connection_made has called soon; after abort() the connection is lost in the next pass', async () => {
  expect(await outcomeOf(() => {})).toEqual([...ended, 0, ['lost', null]])
})

test('what pause_writing throws is reported, and new limits may pause at once', async () => {
  const paused = ['protocol.pause_writing() failed', 'ValueError: paused']
  expect(await outcomeOf((transport, told) => {
    transport.write(much)
    told.push('written')
  })).toEqual([...ended, paused, 'written', 0, 'pause', ['lost', null]])
  expect(await outcomeOf((transport, told) => {
    transport.setWriteBufferLimits(2 * much.length)
    transport.write(much)
    told.push('written')
    transport.setWriteBufferLimits(10)
  })).toEqual([...ended, 'written', paused, 0, 'pause', ['lost', null]])
})

test('what is no bytes is not written', async () => {
  const refusals: string[] = []
  await outcomeOf(transport => {
    const attempt = (method: (...args: never[]) => void, given: unknown): void => {
      try {
        Reflect.apply(method, transport, [given])
      } catch (error) {
        refusals.push(String(error))
      }
    }
    attempt(transport.write, 'text')
    for (const given of [[Uint8Array.of(1), 'text'], 5, null]) attempt(transport.writelines, given)
    transport.writeEof()
    attempt(transport.writelines, [])
  })
  expect(refusals).toEqual([
    "TypeError: data argument must be a bytes, bytearray, or memoryview object, not 'str'",
    "TypeError: memoryview: a bytes-like object is required, not 'str'",
    "TypeError: 'int' object is not iterable",
    'RuntimeError: Cannot call writelines() after write_eof()',
  ])
})

test('what connection_made and connection_lost throw is reported under their names', async () => {
  class Failing extends Protocol {
    override connectionMade() { throw new ValueError('made') }
    override connectionLost() { throw new ValueError('lost') }
  }
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const messages: unknown[] = []
    loop.setExceptionHandler((_, context) => messages.push(context.get('message')))
    const server = yield* loop.createServer(() => new Protocol(), '127.0.0.1', 0)
    const [host, port] = server.sockets[0]?.getsockname() ?? []
    const [transport] = yield* loop.createConnection(() => new Failing(), String(host), Number(port))
    transport.close()
    yield* sleep(0)
    server.close()
    return messages
  })
  expect(await run(main())).toEqual(['Exception in callback Failing.connection_made()', 'Exception in callback _SelectorSocketTransport._call_connection_lost()'])
})

test('a failing write is seen at once', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer((_: StreamReader, writer: StreamWriter) => writer.close(), '127.0.0.1', 0)
    const [host, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection(String(host), Number(port))
    yield* reader.read()
    while (!writer.isClosing()) {
      writer.write(Uint8Array.of(1))
      if (!writer.isClosing()) yield* sleep(0.01)
    }
    server.close()
    yield* writer.drain()
  })
  await expect(run(main())).rejects.toEqual(new ConnectionResetError('Connection lost'))
})

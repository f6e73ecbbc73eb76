import { expect, test } from 'vitest'
import {
  ConnectionRefusedError, ConnectionResetError, coroutine, createSubprocessExec, createTask, getRunningLoop, NotImplementedError, openConnection, Protocol, run, runVirtual, sleep, type SocketTransport, startServer, StreamReader, type StreamWriter, subprocess, SubprocessProtocol, ValueError, wait,
} from '../../reference-impl/index.ts'

const echo = coroutine(function* echo(reader: StreamReader, writer: StreamWriter) {
  writer.write(yield* reader.readline())
  yield* writer.drain()
  writer.close()
})

test('a server and its client, in TypeScript', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection('127.0.0.1', Number(port))
    writer.write(new TextEncoder().encode('hello\nand no more'))
    const line = yield* reader.readline()
    writer.close()
    server.close()
    yield* server.waitClosed()
    return new TextDecoder().decode(line)
  })
  expect(await run(main())).toBe('hello\n')
})

test('a process, in TypeScript', async () => {
  const main = coroutine(function* main() {
    const process = yield* createSubprocessExec('cat', { stdin: subprocess.PIPE, stdout: subprocess.PIPE })
    const [output] = yield* process.communicate(Uint8Array.of(1, 2, 3))
    return [output, process.returncode]
  })
  expect(await run(main())).toEqual([Uint8Array.of(1, 2, 3), 0])
})

test('there are no sockets and no processes on a virtual clock', () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const refusals: unknown[] = []
    for (const attempt of [
      openConnection('127.0.0.1', 1), startServer(echo, '127.0.0.1', 0), loop.createUnixServer(() => new Protocol(), 'never-made'), loop.subprocessExec(() => new SubprocessProtocol(), 'true'),
    ]) {
      try {
        yield* attempt
      } catch (error) {
        refusals.push(error instanceof NotImplementedError)
      }
    }
    return refusals
  })
  expect(runVirtual(main())).toEqual([true, true, true, true])
})

test('a server without a host listens on every address', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, null, 0)
    const [address, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection('127.0.0.1', Number(port))
    writer.write(new TextEncoder().encode('hello\n'))
    const line = yield* reader.readline()
    writer.close()
    server.close()
    yield* server.waitClosed()
    return [address, new TextDecoder().decode(line)]
  })
  expect(await run(main())).toEqual([expect.stringMatching(/^(::|0\.0\.0\.0)$/), 'hello\n'])
})

test('a process has transports for its pipes only', async () => {
  const main = coroutine(function* main() {
    const [transport] = yield* getRunningLoop().subprocessExec(() => new SubprocessProtocol(), 'true')
    const pipes = [0, 1, 2, 3].map(fd => transport.getPipeTransport(fd) !== null)
    transport.close()
    return pipes
  })
  expect(await run(main())).toEqual([true, true, true, false])
})

test('nobody listens: Python\'s exception for the system\'s error', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    server.close()
    yield* server.waitClosed()
    yield* openConnection('127.0.0.1', Number(port))
  })
  await expect(run(main())).rejects.toBeInstanceOf(ConnectionRefusedError)
})

test('a port that is taken is an OSError of no class of its own', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    try {
      yield* startServer(echo, '127.0.0.1', Number(port))
    } catch (error) {
      return error instanceof Error ? error.constructor.name : 'nothing'
    } finally {
      server.close()
      yield* server.waitClosed()
    }
    return 'nothing'
  })
  expect(await run(main())).toBe('OSError')
})

test('a connection that nobody waits for any more is given up', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    const connecting = createTask(openConnection('127.0.0.1', Number(port)))
    yield* sleep(0)
    connecting.cancel()
    yield* wait([connecting])
    yield* sleep(0.05)
    server.close()
    yield* server.waitClosed()
    return connecting.cancelled()
  })
  expect(await run(main())).toBe(true)
})

test('a server that does not start serving at once takes connections when it does', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, '127.0.0.1', 0, { startServing: false })
    const before = server.isServing()
    yield* server.startServing()
    const after = server.isServing()
    server.close()
    yield* server.waitClosed()
    return [before, after, server.isServing()]
  })
  expect(await run(main())).toEqual([false, true, false])
})

test('nobody can connect before the server serves', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, '127.0.0.1', 0, { startServing: false })
    const [, port] = server.sockets[0]?.getsockname() ?? []
    try {
      yield* openConnection('127.0.0.1', Number(port))
    } catch (error) {
      return error instanceof ConnectionRefusedError
    } finally {
      server.close()
      yield* server.waitClosed()
    }
    return false
  })
  expect(await run(main())).toBe(true)
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

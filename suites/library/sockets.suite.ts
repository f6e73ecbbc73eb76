import { expect, test } from 'vitest'
import {
  ConnectionRefusedError, coroutine, createSubprocessExec, createTask, getRunningLoop, NotImplementedError, openConnection, Protocol, run, runVirtual, sleep, startServer, StreamReader, type StreamWriter, subprocess, SubprocessProtocol, wait,
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

import { expect, test } from 'vitest'
import { coroutine, createSubprocessExec, NotImplementedError, openConnection, run, runVirtual, startServer, StreamReader, type StreamWriter, subprocess } from '../../reference-impl/index.ts'

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

test('there are no sockets on a virtual clock', () => {
  expect(() => runVirtual(openConnection('127.0.0.1', 1))).toThrow(NotImplementedError)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  coroutine, type Coroutine, getRunningLoop, openConnection, openUnixConnection, type Protocol, run, type Server, sleep, startServer, startUnixServer, type StreamReader, type StreamWriter, Task, ValueError,
} from '../../reference-impl/index.ts'

const close = coroutine(function* close(_reader: StreamReader, writer: StreamWriter) {
  yield* sleep(0)
  writer.close()
})

/** The class and the arguments of what each attempt throws. */
const refusals = coroutine(function* refusals(attempts: readonly Coroutine<unknown>[]) {
  const texts: string[] = []
  for (const attempt of attempts) {
    try {
      yield* attempt
      texts.push('nothing')
    } catch (error) {
      texts.push(error instanceof Error ? `${error.constructor.name} ${'args' in error && Array.isArray(error.args) ? error.args.join(' ') : ''}` : '')
    }
  }
  return texts
})

const asked = coroutine(function* asked(ask: () => unknown) {
  yield* sleep(0)
  return ask()
})

/** Options as a program in Python may give them. */
function given(options: object): object { return options }

test('options that are unknown, and those that Node does not offer, are refused', async () => {
  const main = coroutine(function* main() {
    return yield* refusals([
      openConnection('127.0.0.1', 1, given({ nonsense: 1 })), startServer(close, '127.0.0.1', 0, given({ reuseNothing: 1 })),
      openUnixConnection('nowhere', given({ family: 2 })), openConnection('127.0.0.1', 1, given({ serverHostname: 'x' })), startServer(close, '127.0.0.1', 0, given({ ssl: true })),
      openConnection('127.0.0.1', 1, given({ ssl: true })), startServer(close, '127.0.0.1', 0, given({ reusePort: true })),
    ])
  })
  expect(await run(main())).toEqual([
    "TypeError BaseEventLoop.create_connection() got an unexpected keyword argument 'nonsense'",
    "TypeError BaseEventLoop.create_server() got an unexpected keyword argument 'reuse_nothing'",
    "TypeError _UnixSelectorEventLoop.create_unix_connection() got an unexpected keyword argument 'family'",
    'ValueError server_hostname is only meaningful with ssl',
    'TypeError ssl argument must be an SSLContext or None',
    "NotImplementedError create_connection() has no ssl here: Node's sockets do not offer it",
    "NotImplementedError create_server() has no reuse_port here: Node's sockets do not offer it",
  ])
})

test('values that ask for nothing are no options', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(close, '127.0.0.1', 0, given({ ssl: null, reuseAddress: true, flags: 1, backlog: 5, keepAlive: true }))
    const [, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection('127.0.0.1', Number(port), { ...given({ ssl: false, proto: 0, sock: null }), family: 2, localAddr: ['127.0.0.2', 0] })
    const end = yield* reader.read()
    const host = String(writer.getExtraInfo('sockname')).split(',')[0]
    writer.close()
    server.close()
    return [host, end.length]
  })
  expect(await run(main())).toEqual(['127.0.0.2', 0])
})

test('addresses that nobody has', async () => {
  const main = coroutine(function* main() {
    return yield* refusals([
      openConnection(), startServer(close), openUnixConnection(), startUnixServer(close), openUnixConnection('x'.repeat(200)), openConnection('127.0.0.1', 70000), startServer(close, '127.0.0.1', -1),
      openConnection('127.0.0.1', 'x'), openConnection('', 80), openConnection('127.0.0.1', 80, { family: 10 }), startServer(close, ['192.0.2.1'], 80),
      openConnection('no-such-host.invalid', 80), startUnixServer(close, '/no-such-folder/x'), openUnixConnection('/no-such-folder/x'), startUnixServer(close, '/etc/passwd/x'),
      openConnection('127.0.0.1', 1, { localAddr: ['192.0.2.1', 1] }), openConnection('127.0.0.1', 1, { localAddr: ['::1', 1] }), openConnection('127.0.0.1', 1, { allErrors: true }),
    ])
  })
  expect(await run(main())).toEqual([
    'ValueError host and port was not specified and no sock specified', 'ValueError Neither host/port nor sock were specified',
    'ValueError no path and sock were specified', 'ValueError path was not specified, and no sock specified', 'OSError AF_UNIX path too long',
    'OverflowError connect(): port must be 0-65535.', 'OverflowError bind(): port must be 0-65535.',
    'gaierror -8 Servname not supported for ai_socktype', 'gaierror -2 Name or service not known', 'gaierror -9 Address family for hostname not supported',
    "OSError could not bind on any address out of [('192.0.2.1', 80)]",
    expect.stringMatching(/^gaierror -[23] /), 'FileNotFoundError 2 No such file or directory', 'FileNotFoundError 2 No such file or directory', 'NotADirectoryError 20 Not a directory',
    "OSError 99 error while attempting to bind on address ('192.0.2.1', 1): [errno 99] cannot assign requested address", 'OSError no matching local address with family=2 found',
    expect.stringMatching(/^ExceptionGroup create_connection failed /),
  ])
})

function shown(host: string): string { return `<asyncio.TransportSocket fd=N, family=2, type=1, proto=6, laddr=('${host}', PORT)>` }

test('a server listens on several hosts, and shows its sockets', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(close, ['127.0.0.1', '127.0.0.2', '127.0.0.1'], 0)
    const { sockets } = server
    const hosts = sockets.map(socket => socket.getsockname()[0])
    const text = String(server).replaceAll(/fd=\d+/g, 'fd=N').replaceAll(/, \d+\)/g, ', PORT)')
    const numbers = sockets.map(socket => socket.fileno() > 0)
    const strangers = yield* refusals([asked(() => sockets[0]?.getpeername())])
    server.close()
    return [hosts, text, numbers, strangers, sockets.map(socket => socket.fileno()), yield* refusals([asked(() => sockets[0]?.getsockname())])]
  })
  expect(await run(main())).toEqual([
    ['127.0.0.1', '127.0.0.2'], `<Server sockets=(${shown('127.0.0.1')}, ${shown('127.0.0.2')})>`, [true, true],
    ['OSError 107 Transport endpoint is not connected'], [-1, -1], ['OSError 9 Bad file descriptor'],
  ])
})

test('the names of a Unix socket, and its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-'))
  try {
    const path = join(folder, 'socket')
    const main = coroutine(function* main() {
      const server = yield* startUnixServer(close, path, { cleanupSocket: false, startServing: false })
      const before = yield* refusals([openUnixConnection(path)])
      yield* server.startServing()
      const [, writer] = yield* openUnixConnection(path)
      const names = [writer.getExtraInfo('peername'), writer.getExtraInfo('sockname')]
      writer.close()
      server.close()
      return [before, names, yield* refusals([openUnixConnection(path)])]
    })
    const refused = ['ConnectionRefusedError 111 Connection refused']
    expect(await run(main())).toEqual([refused, [path, ''], refused])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a server that nobody waits for any more does not listen', async () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const server = yield* startServer(close, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    server.close()
    const starting = loop.createTask(startServer(close, '127.0.0.1', Number(port)))
    yield* sleep(0)
    yield* sleep(0)
    starting.cancel()
    yield* sleep(0.05)
    return [starting.cancelled(), yield* refusals([openConnection('127.0.0.1', Number(port))])]
  })
  expect(await run(main())).toEqual([true, [expect.stringMatching(/^ConnectionRefusedError 111 Connect call failed /)]])
})

test('a closed server does not start; a factory that fails in debug mode is reported', async () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const messages: unknown[] = []
    loop.setDebug(true)
    loop.setExceptionHandler((_loop, context) => { messages.push(context.get('message'), String(context.get('exception'))) })
    const server = yield* loop.createServer((): Protocol => { throw new ValueError('factory') }, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection('127.0.0.1', Number(port))
    yield* reader.read()
    writer.close()
    server.close()
    return [messages, yield* refusals([server.startServing()])]
  })
  expect(await run(main())).toEqual([
    ['Error on transport creation for incoming connection', 'ValueError: factory'], ["TypeError 'NoneType' object is not iterable"],
  ])
})

test('a handler that cannot be called is reported', async () => {
  const main = coroutine(function* main() {
    const reports: unknown[] = []
    getRunningLoop().setExceptionHandler((_loop, context) => { reports.push(context.get('message'), String(context.get('exception'))) })
    const starting: Coroutine<Server> = Reflect.apply(startServer, undefined, [5, '127.0.0.1', 0])
    const server = yield* starting
    const [, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection('127.0.0.1', Number(port))
    const end = yield* reader.read()
    writer.close()
    server.close()
    return [reports, end.length]
  })
  expect(await run(main())).toEqual([['Unhandled exception in client_connected_cb', "TypeError: 'int' object is not callable"], 0])
})

test('what asyncio does in tasks of its own', async () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const made: string[] = []
    loop.setTaskFactory((owner, coro, options) => {
      made.push('__qualname__' in coro ? String(coro.__qualname__) : '')
      return new Task(coro, { ...options, loop: owner })
    })
    const server = yield* startServer(close, '127.0.0.1', 0)
    const [, port] = server.sockets[0]?.getsockname() ?? []
    const [reader, writer] = yield* openConnection('127.0.0.1', Number(port))
    yield* reader.read()
    writer.close()
    server.close()
    return [...made]
  })
  expect(await run(main())).toEqual(['BaseEventLoop._create_server_getaddrinfo', 'BaseSelectorEventLoop._accept_connection2', 'close'])
})

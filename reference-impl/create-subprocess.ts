import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { Process, SubprocessStreamProtocol } from './process.ts'
import { DEVNULL, inputOf, PIPE, STDOUT, type ProcessOptions } from './processes.ts'
import { SocketTransport } from './socket-transport.ts'
import { StreamReader } from './stream-reader.ts'
import { StreamReaderProtocol } from './stream-reader-protocol.ts'
import { StreamWriter } from './stream-writer.ts'

/** The names of the module `asyncio.subprocess`. */
export const subprocess = { PIPE, STDOUT, DEVNULL, Process }

/** How a process with streams is started. */
export interface SubprocessOptions extends ProcessOptions {
  /** The limit of the readers, in bytes. */
  readonly limit?: number
}

/** Starts a program with its arguments; the last argument may be the options. CPython 3.14 `subprocess.py`. */
export const createSubprocessExec = coroutine(function* create_subprocess_exec(program: string, ...args: readonly (string | SubprocessOptions)[]) {
  const last = args.at(-1)
  const options = typeof last === 'object' ? last : {}
  return yield* started([program, ...args.filter(word => typeof word === 'string')], options)
})

/** Gives a line to the shell. */
export const createSubprocessShell = coroutine(function* create_subprocess_shell(command: string, options: SubprocessOptions = {}) {
  return yield* started(['/bin/sh', '-c', command], options)
})

function* started(words: readonly string[], options: SubprocessOptions) {
  const loop = getRunningLoop()
  const outputs = [[1, options.stdout], [2, options.stderr]] as const
  const fds = outputs.filter(([, choice]) => choice === PIPE).map(([fd]) => fd)
  let stdin: StreamWriter | null = null
  const [transport, protocol] = yield* loop._start(() => new SubprocessStreamProtocol(loop, options.limit, fds), words, options, child => {
    const socket = inputOf(child)
    if (socket === null) return
    const input = new StreamReaderProtocol(new StreamReader(undefined, { loop }), null, loop)
    stdin = new StreamWriter(new SocketTransport(loop, socket, input, new Map(), () => {}), input, null, loop)
  })
  for (const [fd, reader] of protocol.readers) {
    const pipe = transport.getPipeTransport(fd)
    if (pipe !== null) reader.setTransport(pipe)
  }
  return new Process(transport, protocol, stdin, loop)
}

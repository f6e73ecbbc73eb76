import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { Process } from './process.ts'
import { processArguments } from './process-arguments.ts'
import { DEVNULL, PIPE, STDOUT, type ProcessOptions } from './process-options.ts'
import { SubprocessStreamProtocol } from './subprocess-stream-protocol.ts'

/** The names of the module `asyncio.subprocess`. */
export const subprocess = { PIPE, STDOUT, DEVNULL, Process }

/** How a process with streams is started. */
export interface SubprocessOptions extends ProcessOptions {
  /** The limit of the readers, in bytes. */
  readonly limit?: number
}

const ours = { stdin: null, stdout: null, stderr: null }

/** Starts a program with its arguments; the last argument may be the options. CPython 3.14 `subprocess.py`. */
export const createSubprocessExec = coroutine(function* create_subprocess_exec(program: string | Uint8Array, ...args: readonly (string | Uint8Array | SubprocessOptions)[]) {
  const loop = getRunningLoop()
  const [words, given] = processArguments<SubprocessOptions>(args)
  const { limit, ...options } = given ?? {}
  const [transport, protocol] = yield* loop.subprocessExec(() => new SubprocessStreamProtocol(limit, loop), program, ...words, { ...ours, ...options })
  return new Process(transport, protocol)
})

/** Gives a line to the shell. */
export const createSubprocessShell = coroutine(function* create_subprocess_shell(command: string | Uint8Array, { limit, ...options }: SubprocessOptions = {}) {
  const loop = getRunningLoop()
  const [transport, protocol] = yield* loop.subprocessShell(() => new SubprocessStreamProtocol(limit, loop), command, { ...ours, ...options })
  return new Process(transport, protocol)
})

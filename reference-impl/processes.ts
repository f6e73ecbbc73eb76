import { spawn, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { coroutine, type CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { osError } from './os-error.ts'
import { outside } from './outside.ts'
import { processWord } from './process-arguments.ts'
import { DEVNULL, PIPE, STDOUT, type ProcessOptions } from './process-options.ts'
import { protocolOf } from './protocol-of.ts'
import { shield } from './shield.ts'
import { socketError } from './socket-error.ts'
import { socketPair } from './socket-pair.ts'
import type { SubprocessProtocol } from './subprocess-protocol.ts'
import { SubprocessTransport } from './subprocess-transport.ts'

/** The child processes of one event loop. */
export class Processes {
  private readonly loop: EventLoop
  private readonly transports = new Set<SubprocessTransport>()

  constructor(loop: EventLoop) { this.loop = loop }

  /** Starts a program with pipes for its protocol. Throws `OSError` where that cannot be. CPython 3.14 `unix_events.py`, `_make_subprocess_transport`. */
  *start<P extends SubprocessProtocol>(factory: () => P, words: readonly unknown[], options: ProcessOptions): CoroutineBody<readonly [SubprocessTransport, P]> {
    const { loop, transports } = this
    const protocol = protocolOf(factory)
    const [child, sockets] = yield* this.spawned(words, options)
    const transport: SubprocessTransport = new SubprocessTransport(loop, child, sockets, protocol, () => { transports.delete(transport) })
    transports.add(transport)
    try {
      yield* transport._connectPipes()
    } catch (error) {
      transport._release()
      yield* shield(wait(transport))
      transports.delete(transport)
      throw error
    }
    return Object.freeze([transport, protocol] as const)
  }

  /** Whether the system may have something to tell of them. */
  get inUse(): boolean { return this.transports.size > 0 }

  /** The loop is closed: what still runs is ended. */
  close(): void {
    for (const transport of this.transports) transport._release()
  }

  /** A process that runs, and our ends of its pipes. */
  private *spawned(words: readonly unknown[], options: ProcessOptions): CoroutineBody<readonly [ChildProcess, ReadonlyMap<number, Socket>]> {
    const { stdin = null, stdout = null, stderr = null } = options
    const ours = new Map<number, Socket>()
    const theirs = new Map<number, Socket>()
    try {
      // Node's own pipes do not tell when nobody reads any more, and cannot be given to two outputs.
      for (const fd of [...(stdin === PIPE ? [0] : []), ...(stdout === PIPE && stderr === STDOUT ? [1] : [])]) {
        const [one, other] = yield* socketPair(this.loop)
        ours.set(fd, one)
        theirs.set(fd, other)
      }
      const output = theirs.get(1) ?? streamOf(stdout, 1)
      const stdio = [theirs.get(0) ?? streamOf(stdin, 0), output, stderr === STDOUT ? output : streamOf(stderr, 2)]
      const child = launched(words.map(processWord), stdio, options)
      for (const [fd, stream] of [[1, child.stdout], [2, child.stderr]] as const) if (stream instanceof Socket) ours.set(fd, stream)
      if (child.pid === undefined) yield* outside<null>(this.loop, (_resolve, reject) => { child.once('error', error => { reject(socketError(error)) }) })
      return [child, ours]
    } catch (error) {
      for (const socket of ours.values()) socket.destroy()
      throw error
    } finally {
      for (const socket of theirs.values()) socket.destroy()
    }
  }
}

const wait = coroutine(function* _wait(transport: SubprocessTransport) { return yield* transport._wait() }, 'BaseSubprocessTransport._wait')

function launched(words: readonly string[], stdio: (Socket | number | 'pipe' | 'ignore')[], { cwd, env, executable, startNewSession }: ProcessOptions): ChildProcess {
  const [program = '', ...args] = words
  const file = executable ?? program
  // Node takes that for a mistake; the system takes the folders of PATH for programs.
  if (file === '') throw osError('EACCES')
  try {
    const child = spawn(file, args, {
      stdio, argv0: program, detached: startNewSession === true,
      ...(env ? { env: Object.fromEntries(env) } : {}), ...(cwd ? { cwd } : {}),
    })
    child.on('error', () => {})
    return child
  } catch (error) {
    throw error instanceof Error ? socketError(error) : error
  }
}

function streamOf(choice: number | null, fd: number): number | 'pipe' | 'ignore' {
  return choice === null ? fd : choice === PIPE ? 'pipe' : choice === DEVNULL ? 'ignore' : choice
}

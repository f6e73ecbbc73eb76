import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { Socket } from 'node:net'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { ValueError } from './exceptions/errors.ts'
import { protocolOf } from './protocol-of.ts'
import { socketError } from './socket-error.ts'
import { SubprocessTransport, type SubprocessProtocol } from './subprocess-transport.ts'

/** What stands for a pipe, for the same as stdout, for `/dev/null`. */
export const PIPE = -1
export const STDOUT = -2
export const DEVNULL = -3

/** How a process is started: its three streams (`null`: ours), environment and folder. */
export interface ProcessOptions {
  readonly stdin?: number | null
  readonly stdout?: number | null
  readonly stderr?: number | null
  readonly env?: ReadonlyMap<string, string> | null
  readonly cwd?: string | null
  readonly text?: boolean | null
  readonly encoding?: string | null
  readonly universalNewlines?: boolean
}

/** The child processes of one event loop. */
export class Processes {
  private readonly loop: EventLoop
  private readonly transports = new Set<SubprocessTransport>()

  constructor(loop: EventLoop) { this.loop = loop }

  /** Starts a program. Throws `FileNotFoundError` where there is none, `ValueError` for text instead of bytes. */
  *start<P extends SubprocessProtocol>(
    factory: () => P, words: readonly string[], options: ProcessOptions, pipes: (child: ChildProcess) => void = () => {},
  ): CoroutineBody<readonly [SubprocessTransport, P]> {
    if (options.universalNewlines) throw new ValueError('universal_newlines must be False')
    if (options.text) throw new ValueError('text must be False')
    if (options.encoding !== undefined && options.encoding !== null) throw new ValueError('encoding must be None')
    // Node gives no output the pipe of another one: the shell does.
    const [program = '', ...args] = options.stderr === STDOUT ? ['sh', '-c', 'exec "$@" 2>&1', 'sh', ...words] : words
    const stdio: StdioOptions = [streamOf(options.stdin), streamOf(options.stdout), streamOf(options.stderr)]
    const child = spawn(program, args, {
      stdio, ...(options.env ? { env: Object.fromEntries(options.env) } : {}), ...(options.cwd ? { cwd: options.cwd } : {}),
    })
    const waiter = this.loop.createFuture<null>()
    const settle = (action: () => void) => { if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(() => { if (!waiter.done()) action() }) }
    child.once('spawn', () => { settle(() => { waiter.setResult(null) }) })
    child.once('error', error => { settle(() => { waiter.setException(socketError(error)) }) })
    // The listeners are there before the process can say anything.
    const protocol = protocolOf(factory)
    const transport = new SubprocessTransport(this.loop, child, protocol, lost => { this.transports.delete(lost) })
    this.transports.add(transport)
    pipes(child)
    try {
      yield* waiter
    } catch (error) {
      this.transports.delete(transport)
      transport.close()
      throw error
    }
    return Object.freeze([transport, protocol] as const)
  }

  /** Whether the system may have something to tell of them. */
  get inUse(): boolean { return this.transports.size > 0 }

  /** The loop is closed: what still runs is ended. */
  close(): void {
    for (const transport of this.transports) transport.close()
  }
}

/** The socket that is a process's input. */
export function inputOf(child: ChildProcess): Socket | null {
  return child.stdin instanceof Socket ? child.stdin : null
}

function streamOf(choice: number | null | undefined): 'inherit' | 'pipe' | 'ignore' {
  return choice === PIPE ? 'pipe' : choice === DEVNULL ? 'ignore' : 'inherit'
}

import { checkProcessOptions } from './check-process-options.ts'
import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { NotImplementedError, ValueError } from './exceptions/errors.ts'
import { processArguments } from './process-arguments.ts'
import { PIPE, type ProcessOptions } from './process-options.ts'
import type { Protocol } from './protocol.ts'
import { Scheduler } from './scheduler.ts'
import type { Server } from './server.ts'
import type { SocketTransport } from './socket-transport.ts'
import type { ConnectionOptions, ConnectionTarget, ServerOptions, ServerTarget } from './socket-options.ts'
import type { SubprocessProtocol } from './subprocess-protocol.ts'
import type { SubprocessTransport } from './subprocess-transport.ts'

const pipes = { stdin: PIPE, stdout: PIPE, stderr: PIPE }

/** What of an event loop reaches outside of the program: connections, servers and processes. CPython 3.14 base_events.py. */
export abstract class OutsideLoop extends Scheduler {
  /** Connects to a server and makes a transport for the protocol: both. */
  createConnection<P extends Protocol>(factory: () => P, host: string | null = null, port: number | string | null = null, options?: ConnectionOptions): Coroutine<readonly [SocketTransport, P]> {
    return createConnection(this, factory, { host, port }, options)
  }

  /** The same over a Unix socket. */
  createUnixConnection<P extends Protocol>(factory: () => P, path: string | null = null, options?: ConnectionOptions): Coroutine<readonly [SocketTransport, P]> {
    return createConnection(this, factory, { path }, options)
  }

  /** Listens, on every address of the machine without a host; every connection gets a protocol that `factory` makes. */
  createServer(factory: () => Protocol, host: string | readonly string[] | null = null, port: number | string | null = null, options?: ServerOptions): Coroutine<Server> {
    return createServer(this, factory, { host, port }, options)
  }

  /** The same over a Unix socket. */
  createUnixServer(factory: () => Protocol, path: string | null = null, options?: ServerOptions): Coroutine<Server> {
    return createServer(this, factory, { path }, options)
  }

  /** Throws NotImplementedError on a virtual clock. @internal */
  _connect<P extends Protocol>(_factory: () => P, _target: ConnectionTarget, _options?: ConnectionOptions): CoroutineBody<readonly [SocketTransport, P]> {
    throw new NotImplementedError()
  }

  /** Starts a program with a protocol of its own; pipes for its streams unless the options, which come last, say otherwise. */
  subprocessExec<P extends SubprocessProtocol>(
    factory: () => P, program: string | Uint8Array, ...args: readonly (string | Uint8Array | ProcessOptions)[]
  ): Coroutine<readonly [SubprocessTransport, P]> {
    return subprocessExec(this, factory, program, args)
  }

  /** Gives a line to the shell, as `subprocessExec`. */
  subprocessShell<P extends SubprocessProtocol>(factory: () => P, command: string | Uint8Array, options: ProcessOptions = {}): Coroutine<readonly [SubprocessTransport, P]> {
    return subprocessShell(this, factory, command, options)
  }

  /** Throws NotImplementedError on a virtual clock. @internal */
  _start<P extends SubprocessProtocol>(_factory: () => P, _words: readonly unknown[], _options: ProcessOptions): CoroutineBody<readonly [SubprocessTransport, P]> {
    throw new NotImplementedError()
  }

  /** Throws NotImplementedError on a virtual clock. @internal */
  _listen(_factory: () => Protocol, _target: ServerTarget, _options?: ServerOptions): CoroutineBody<Server> {
    throw new NotImplementedError()
  }
}

function createConnection<P extends Protocol>(loop: OutsideLoop, factory: () => P, target: ConnectionTarget, options: ConnectionOptions | undefined): Coroutine<readonly [SocketTransport, P]> {
  return coroutine(function* create_connection() { return yield* loop._connect(factory, target, options) }, 'BaseEventLoop.create_connection')()
}

function subprocessExec<P extends SubprocessProtocol>(
  loop: OutsideLoop, factory: () => P, program: string | Uint8Array, args: readonly (string | Uint8Array | ProcessOptions)[],
): Coroutine<readonly [SubprocessTransport, P]> {
  return coroutine(function* subprocess_exec() {
    const [words, options] = processArguments(args)
    checkProcessOptions(options ?? {}, false)
    return yield* loop._start(factory, [program, ...words], { ...pipes, ...options })
  }, 'BaseEventLoop.subprocess_exec')()
}

function subprocessShell<P extends SubprocessProtocol>(
  loop: OutsideLoop, factory: () => P, command: string | Uint8Array, options: ProcessOptions,
): Coroutine<readonly [SubprocessTransport, P]> {
  return coroutine(function* subprocess_shell() {
    if (typeof command !== 'string' && !(command instanceof Uint8Array)) throw new ValueError('cmd must be a string')
    checkProcessOptions(options, true)
    return yield* loop._start(factory, [options.executable ?? '/bin/sh', '-c', command], { ...pipes, ...options })
  }, 'BaseEventLoop.subprocess_shell')()
}

const createServer = coroutine(function* create_server(loop: OutsideLoop, factory: () => Protocol, target: ServerTarget, options: ServerOptions | undefined) {
  return yield* loop._listen(factory, target, options)
}, 'BaseEventLoop.create_server')

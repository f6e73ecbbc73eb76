import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { bindError } from './bind-error.ts'
import { checkUnixPath } from './check-unix-path.ts'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { ValueError } from './exceptions/errors.ts'
import { ExceptionGroup } from './exceptions/exception-group.ts'
import { OSError } from './exceptions/os-errors.ts'
import { outside } from './outside.ts'
import { readSize } from './read-size.ts'
import { resolveHost, type Endpoint } from './resolve-host.ts'
import { addressText, socketAddress } from './socket-address.ts'
import { socketError } from './socket-error.ts'
import type { ConnectionOptions, ConnectionTarget } from './socket-options.ts'

/** A socket that is connected, and paused. Throws `OSError`. CPython 3.14 `base_events.py`, `create_connection`. */
export function* connectSocket(loop: EventLoop, target: ConnectionTarget, { family = 0, localAddr = null, allErrors = false }: ConnectionOptions): CoroutineBody<Socket> {
  if ('path' in target) return yield* attempt(loop, { path: checkUnixPath(target.path, 'no path and sock were specified') }, error => socketError(error))
  const { host, port } = target
  if (host === null && port === null) throw new ValueError('host and port was not specified and no sock specified')
  const endpoints = yield* resolveHost(loop, host, port, { family, use: 'connect' })
  const locals = localAddr === null ? null : yield* resolveHost(loop, localAddr[0], localAddr[1], { family, use: 'bind' })
  const errors: OSError[] = []
  for (const endpoint of endpoints) {
    try {
      return yield* attemptEndpoint(loop, endpoint, locals)
    } catch (error) {
      if (!(error instanceof OSError)) throw error
      errors.push(error)
    }
  }
  throw allErrors ? new ExceptionGroup('create_connection failed', errors) : combined(errors)
}

function attemptEndpoint(loop: EventLoop, { host, port, family }: Endpoint, locals: readonly Endpoint[] | null): CoroutineBody<Socket> {
  const local = locals?.find(each => each.family === family)
  if (locals !== null && local === undefined) throw new OSError(`no matching local address with family=${family} found`)
  const from = local === undefined ? {} : { localAddress: local.host, localPort: local.port }
  return attempt(loop, { host, port, autoSelectFamily: false, ...from }, error => {
    if (local === undefined || !('syscall' in error) || error.syscall !== 'bind') return connectError(error, host, port)
    return bindError(error, local.host, local.port)
  })
}

/** What Linux tells later, when the attempt was begun. */
const late = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH']

function connectError(error: Error, host: string, port: number): OSError {
  return socketError(error, 'code' in error && late.includes(String(error.code)) ? `Connect call failed ${addressText(socketAddress(host, port))}` : undefined)
}

/** One exception for what all addresses said. */
function combined(errors: readonly OSError[]): OSError {
  const texts = errors.map(error => error.errno === null ? String(error.args[0]) : `[Errno ${String(error.errno)}] ${String(error.strerror)}`)
  const [first] = errors
  return first !== undefined && texts.every(text => text === texts[0]) ? first : new OSError(`Multiple exceptions: ${texts.join(', ')}`)
}

function* attempt(loop: EventLoop, options: NetConnectOpts, explained: (error: Error) => OSError): CoroutineBody<Socket> {
  const all = { ...options, allowHalfOpen: true, readableHighWaterMark: readSize }
  const socket = connect(all)
  socket.pause()
  try {
    yield* outside<null>(loop, (resolve, reject) => {
      socket.once('error', error => { reject(explained(error)) })
      socket.once('connect', () => { resolve(null) })
    })
  } catch (error) {
    socket.destroy()
    throw error
  }
  socket.removeAllListeners('error')
  return socket
}

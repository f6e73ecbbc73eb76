import { NotImplementedError, TypeError, ValueError } from './exceptions/errors.ts'
import { snakeCase } from './snake-case.ts'

/** Where to connect to. */
export type ConnectionTarget = { readonly host: string | null, readonly port: number | string | null } | { readonly path: string | null }

/** Where to listen. */
export type ServerTarget = { readonly host: string | readonly string[] | null, readonly port: number | string | null } | { readonly path: string | null }

/** How a connection is made. */
export interface ConnectionOptions {
  /** `AF_INET` or `AF_INET6`, or 0 for both. */
  readonly family?: number
  /** The host and port from which it is made. */
  readonly localAddr?: readonly [host: string, port: number] | null
  /** Whether a failure is the group of what every address of the host said. */
  readonly allErrors?: boolean
}

/** How a server starts. */
export interface ServerOptions {
  /** Whether it accepts connections from the start; true unless said otherwise. */
  readonly startServing?: boolean
  /** How many connections may wait to be accepted; 100 unless said otherwise. */
  readonly backlog?: number
  /** `AF_INET` or `AF_INET6`, or 0 for both. */
  readonly family?: number
  /** Whether the system asks now and then if the other end is still there. */
  readonly keepAlive?: boolean | null
  /** Whether the file of a Unix socket goes when the server is closed; true unless said otherwise. */
  readonly cleanupSocket?: boolean
}

interface Taken {
  readonly owner: string
  readonly has: readonly string[]
  /** What CPython takes and Node does not offer, with values that ask for nothing. */
  readonly lacks: Readonly<Record<string, readonly unknown[]>>
}

const nothing = [null, false, 0]
const noTls = { ssl: nothing, server_hostname: [null], ssl_handshake_timeout: [null], ssl_shutdown_timeout: [null], sock: [null] }
const noServerTls = { ssl: [null], ssl_handshake_timeout: [null], ssl_shutdown_timeout: [null], sock: [null] }

/** CPython 3.14 `base_events.py` and `unix_events.py`. */
const methods: Readonly<Record<string, Taken>> = {
  create_connection: {
    owner: 'BaseEventLoop', has: ['family', 'local_addr', 'all_errors'],
    lacks: { ...noTls, proto: nothing, flags: nothing, happy_eyeballs_delay: [null], interleave: nothing },
  },
  create_unix_connection: { owner: '_UnixSelectorEventLoop', has: [], lacks: noTls },
  create_server: {
    owner: 'BaseEventLoop', has: ['family', 'backlog', 'keep_alive', 'start_serving'],
    // AI_PASSIVE is 1; Node's sockets reuse addresses.
    lacks: { ...noServerTls, flags: [1], reuse_address: [null, true, 1], reuse_port: nothing },
  },
  create_unix_server: { owner: '_UnixSelectorEventLoop', has: ['backlog', 'start_serving', 'cleanup_socket'], lacks: noServerTls },
}

/** Throws what CPython throws for arguments that a method of the loop does not take, and `NotImplementedError` for those that Node does not offer. */
export function checkSocketOptions(method: string, options: object): void {
  const taken = methods[method]
  if (taken === undefined) return
  const given = new Map(Object.entries(options).filter(([, value]) => value !== undefined).map(([name, value]) => [snakeCase(name), value]))
  for (const name of given.keys()) {
    if (!taken.has.includes(name) && !(name in taken.lacks)) throw new TypeError(`${taken.owner}.${method}() got an unexpected keyword argument '${name}'`)
  }
  const ssl: unknown = given.get('ssl') ?? null
  if (method.endsWith('server') && typeof ssl === 'boolean') throw new TypeError('ssl argument must be an SSLContext or None')
  for (const name of ['server_hostname', 'ssl_handshake_timeout', 'ssl_shutdown_timeout']) {
    if ((given.get(name) ?? null) !== null && (ssl === null || ssl === false)) throw new ValueError(`${name} is only meaningful with ssl`)
  }
  for (const [name, value] of given) {
    if (taken.lacks[name]?.includes(value) === false) throw new NotImplementedError(`${method}() has no ${name} here: Node's sockets do not offer it`)
  }
}

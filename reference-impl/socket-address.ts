import { repr } from './repr.ts'

/** Host and port, of IPv6 with flow information and scope, or the path of a Unix socket. */
export type SocketAddress =
  | readonly [host: string, port: number]
  | readonly [host: string, port: number, flowinfo: number, scopeId: number]
  | string

/** Python's tuple for a host, given as its address, and a port. */
export function socketAddress(host: string, port: number): SocketAddress {
  return host.includes(':') ? Object.freeze([host, port, 0, 0] as const) : Object.freeze([host, port] as const)
}

/** Its `repr`, a tuple's in TypeScript too. */
export function addressText(address: SocketAddress): string {
  return typeof address === 'string' ? repr(address) : `(${address.map(part => repr(part)).join(', ')})`
}

import { lookup, type LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { OverflowError } from './exceptions/errors.ts'
import { gaierror } from './exceptions/os-errors.ts'
import { outside } from './outside.ts'

/** An address that a host has, and a port. */
export interface Endpoint {
  readonly host: string
  readonly port: number
  /** `AF_INET` or `AF_INET6`. */
  readonly family: number
}

/** `socket.AF_INET` and `socket.AF_INET6`. */
const families: ReadonlyMap<number, number> = new Map([[4, 2], [6, 10]])

/** What the system's own functions say. */
const failures: Readonly<Record<string, readonly [number, string]>> = {
  ENOTFOUND: [-2, 'Name or service not known'], EAI_AGAIN: [-3, 'Temporary failure in name resolution'], EAI_FAIL: [-4, 'Non-recoverable failure in name resolution'],
}

/** All addresses of a host, of one family unless that is 0; of `null` those of this machine. Throws `gaierror`. CPython 3.14 `base_events.py`, `_ensure_resolved`. */
export function* resolveHost(
  loop: EventLoop, host: string | null, port: number | string | null, { family = 0, use }: { readonly family?: number, readonly use: 'bind' | 'connect' },
): CoroutineBody<readonly Endpoint[]> {
  const number = portNumber(port)
  const addresses = host === null ? ownAddresses(use) : isIP(host) === 0 ? yield* lookedUp(loop, host) : [{ address: host, family: isIP(host) }]
  if (number < 0 || number > 65535) throw new OverflowError(`${use}(): port must be 0-65535.`)
  const endpoints = addresses.map(each => ({ host: each.address, port: number, family: families.get(each.family) ?? 0 })).filter(each => family === 0 || each.family === family)
  if (endpoints.length === 0) throw new gaierror(-9, 'Address family for hostname not supported')
  return endpoints
}

function portNumber(port: number | string | null): number {
  const number = port === null || port === '' ? 0 : typeof port === 'number' || /^[+-]?\d+$/.test(port) ? Number(port) : NaN
  if (Number.isNaN(number)) throw new gaierror(-8, 'Servname not supported for ai_socktype')
  return number
}

/** In the order in which `getaddrinfo` has them. */
function ownAddresses(use: 'bind' | 'connect'): readonly LookupAddress[] {
  return use === 'bind' ? [{ address: '0.0.0.0', family: 4 }, { address: '::', family: 6 }] : [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }]
}

function* lookedUp(loop: EventLoop, host: string): CoroutineBody<readonly LookupAddress[]> {
  return yield* outside<readonly LookupAddress[]>(loop, (resolve, reject) => {
    // Node takes no name for the name of this machine.
    if (host === '') return reject(new gaierror(-2, 'Name or service not known'))
    lookup(host, { all: true, order: 'verbatim' }, (error, addresses) => {
      if (error === null) resolve(addresses)
      else reject(new gaierror(...failures[error.code ?? ''] ?? [-2, 'Name or service not known']))
    })
  })
}

import type { Server as NodeServer, Socket } from 'node:net'
import { osError } from './os-error.ts'
import { addressText, type SocketAddress } from './socket-address.ts'

/** What programs see of a socket that a transport or a server has. CPython 3.14 `trsock.py`. */
export class TransportSocket {
  private readonly owner: Socket | NodeServer
  private readonly isClosed: () => boolean
  private readonly sockname: SocketAddress
  private readonly peername: SocketAddress | null

  /** A socket that listens has no peer. */
  constructor(owner: Socket | NodeServer, isClosed: () => boolean, sockname: SocketAddress, peername: SocketAddress | null = null) {
    this.owner = owner
    this.isClosed = isClosed
    this.sockname = sockname
    this.peername = peername
  }

  /** Its number in the system, -1 when it is closed. */
  fileno(): number {
    // Node shows it nowhere else.
    const handle: unknown = Reflect.get(this.owner, '_handle')
    return typeof handle === 'object' && handle !== null && 'fd' in handle && typeof handle.fd === 'number' ? handle.fd : -1
  }

  /** Where it is. Throws `OSError` when it is closed. */
  getsockname(): SocketAddress {
    if (this.isClosed()) throw osError('EBADF')
    return this.sockname
  }

  /** Where the other end is. Throws `OSError` when there is none. */
  getpeername(): SocketAddress {
    if (this.isClosed()) throw osError('EBADF')
    if (this.peername === null) throw osError('ENOTCONN')
    return this.peername
  }

  toString(): string {
    const isUnix = typeof this.sockname === 'string'
    const family = isUnix ? 1 : this.sockname.length === 4 ? 10 : 2
    const names = [['laddr', this.sockname], ['raddr', this.peername]] as const
    const shown = names.map(([name, address]) => this.isClosed() || address === null || address === '' ? '' : `, ${name}=${addressText(address)}`)
    return `<asyncio.TransportSocket fd=${this.fileno()}, family=${family}, type=1, proto=${isUnix ? 0 : 6}${shown.join('')}>`
  }
}

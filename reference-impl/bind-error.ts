import type { OSError } from './exceptions/os-errors.ts'
import { addressText, socketAddress } from './socket-address.ts'
import { socketError } from './socket-error.ts'

/** Python's exception for an address that cannot be had. CPython 3.14 `base_events.py`, `create_server`. */
export function bindError(error: Error, host: string, port: number): OSError {
  const { errno, strerror } = socketError(error)
  return socketError(error, `error while attempting to bind on address ${addressText(socketAddress(host, port))}: [errno ${String(errno)}] ${String(strerror).toLowerCase()}`)
}

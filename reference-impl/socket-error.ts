import { BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileNotFoundError, OSError } from './exceptions/os-errors.ts'

const classes: Readonly<Record<string, typeof OSError>> = {
  ECONNREFUSED: ConnectionRefusedError, ECONNRESET: ConnectionResetError, ECONNABORTED: ConnectionAbortedError, EPIPE: BrokenPipeError, ENOENT: FileNotFoundError,
}

/** Python's exception for an error of Node's that has an error number. */
export function socketError(error: Error): OSError {
  const code = 'code' in error ? String(error.code) : ''
  const number = 'errno' in error && typeof error.errno === 'number' ? Math.abs(error.errno) : 0
  return new (classes[code] ?? OSError)(number, error.message)
}

import { OSError } from './exceptions/os-errors.ts'
import { osError } from './os-error.ts'

/** Python's exception for an error of Node's, with the system's text unless another is given. */
export function socketError(error: Error, text?: string): OSError {
  const code = 'code' in error ? String(error.code) : ''
  const number = 'errno' in error && typeof error.errno === 'number' ? Math.abs(error.errno) : 0
  return code.startsWith('E') && !code.startsWith('ERR_') ? osError(code, text) : new OSError(number, error.message)
}

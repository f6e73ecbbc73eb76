import { ValueError } from './exceptions/errors.ts'
import { OSError } from './exceptions/os-errors.ts'

/** The longest path that the system takes, in bytes. */
const longestPath = 107

/** The path of a Unix socket. Throws `ValueError` without one, and `OSError` for one that Node would cut. */
export function checkUnixPath(path: string | null, missing: string): string {
  if (path === null) throw new ValueError(missing)
  if (Buffer.byteLength(path) > longestPath) throw new OSError('AF_UNIX path too long')
  return path
}

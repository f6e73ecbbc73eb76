import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { makeModule } from '../module.ts'

/** Python's `os`, as far as programs on the real clock use it. */
export const os = makeModule('os', {
  getpid: () => process.pid,
  kill(pid: number, signal: number): null {
    process.kill(pid, signal)
    return null
  },
  path: makeModule('os.path', { join: (...parts: readonly string[]) => posix.join(...parts), exists: (path: string) => existsSync(path) }),
})

import { execFile } from 'node:child_process'

/** A Python that was asked for its version. */
export interface Python {
  readonly path: string
  /** `'CPython'`, `'PyPy'`. */
  readonly implementation: string
  /** `'3.13.0'` */
  readonly version: string
  /** Whether it is older than 3.8, the first that the harness runs on. */
  readonly tooOld: boolean
}

/** For every Python since 2.6; -I -S because neither site-packages nor PYTHONPATH have a say in it, and they cost time. */
const question = 'import sys, platform; print(platform.python_implementation() + " %d.%d.%d" % sys.version_info[:3])'

/** Asks a Python who it is; undefined for what is no Python, or does not answer within `seconds`. */
export function askPython(path: string, seconds = 5): Promise<Python | undefined> {
  return new Promise(resolve => {
    execFile(path, ['-E', '-S', '-c', question], { timeout: seconds * 1000, killSignal: 'SIGKILL', windowsHide: true }, (error, stdout) => {
      const match = /^(\w+) ((\d+)\.(\d+)\.\d+)\s*$/.exec(stdout)
      const [, implementation, version, major, minor] = match ?? []
      if (error !== null || implementation === undefined || version === undefined) return resolve(undefined)
      resolve({ path, implementation, version, tooOld: Number(major) < 3 || (Number(major) === 3 && Number(minor) < 8) })
    })
  })
}

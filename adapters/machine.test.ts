import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPythons } from './machine.ts'

const root = mkdtempSync(join(tmpdir(), 'asyncio-conformance-'))

/** A script that answers as a Python asked for its version does. */
function fake(folder: string, name: string, says: string): string {
  mkdirSync(join(root, folder), { recursive: true })
  const path = join(root, folder, name)
  writeFileSync(path, `#!/bin/sh\n${says}\n`)
  chmodSync(path, 0o755)
  return path
}

describe.skipIf(process.platform === 'win32')('the Pythons of a machine (its fakes are shell scripts)', () => {
  test('are those on PATH and in pyenv that answer and are not too old, each once, the newest first', async () => {
    const new3 = fake('bin', 'python3.14', 'echo CPython 3.14.2')
    symlinkSync(new3, join(root, 'bin', 'python3'))
    fake('bin', 'python3.9', 'echo CPython 3.9.1')
    fake('bin', 'python3.7', 'echo CPython 3.7.16')
    fake('bin', 'python3.12', 'echo "pyenv: version 3.12 is not installed" >&2; exit 127')
    fake('bin', 'python3.13', 'exec sleep 60')
    fake('bin', 'python3-config', 'echo CPython 3.11.0')
    fake('pyenv/shims', 'python3', 'echo CPython 3.10.99')
    const pyenv = fake('pyenv/versions/3.10.13/bin', 'python3', 'echo CPython 3.10.13')
    const pypy = fake('pyenv/versions/pypy/bin', 'pypy3', 'echo PyPy 3.10.14')
    const pythons = await findPythons({ PATH: [join(root, 'bin'), join(root, 'pyenv/shims'), join(root, 'nowhere')].join(delimiter), PYENV_ROOT: join(root, 'pyenv') }, 2)
    expect(pythons.filter(({ path }) => path.startsWith(root))).toEqual([
      { path: join(root, 'bin', 'python3'), implementation: 'CPython', version: '3.14.2', tooOld: false },
      { path: pypy, implementation: 'PyPy', version: '3.10.14', tooOld: false },
      { path: pyenv, implementation: 'CPython', version: '3.10.13', tooOld: false },
      { path: join(root, 'bin', 'python3.9'), implementation: 'CPython', version: '3.9.1', tooOld: false },
    ])
  })
})

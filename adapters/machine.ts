import { readdir, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { askPython } from './machine-python.ts'
import type { Python } from './machine-python.ts'

/**
 * The Pythons of this machine that are not too old, the newest first: `python3` and `python3.X` on PATH, in pyenv, and in the
 * usual places, each once by its real path. What does not answer within `seconds`, such as the shim of a version that is not there,
 * is left out; they are many for a machine that is busy, for a Python taken for missing widens what is recorded.
 */
export async function findPythons(environment: Readonly<Record<string, string | undefined>> = process.env, seconds = 10): Promise<readonly Python[]> {
  const folders = [
    ...await pyenvFolders(environment['PYENV_ROOT'] ?? join(homedir(), '.pyenv')),
    ...(environment['PATH'] ?? '').split(delimiter).filter(folder => folder !== ''), '/usr/local/bin', '/usr/bin',
  ]
  const found = (await Promise.all([...new Set(folders)].map(pythonsIn))).flat()
  const byRealPath = new Map<string, string>()
  for (const { real, path } of found) if (!byRealPath.has(real)) byRealPath.set(real, path)
  const asked = await Promise.all([...byRealPath.values()].map(path => askPython(path, seconds)))
  return asked.filter(python => python !== undefined).filter(python => !python.tooOld).toSorted(newestFirst)
}

async function pyenvFolders(root: string): Promise<readonly string[]> {
  const versions = join(root, 'versions')
  return (await readdir(versions).catch(() => [])).map(version => join(versions, version, 'bin'))
}

async function pythonsIn(folder: string): Promise<readonly { readonly real: string, readonly path: string }[]> {
  // pyenv's shims stand for Pythons found in its versions; running one costs more than they do.
  if (/[/\\]shims$/.test(folder)) return []
  const names = (await readdir(folder).catch(() => [])).filter(name => /^(?:python3(?:\.\d+)?t?|pypy3(?:\.\d+)?)$/.test(name)).toSorted()
  return Promise.all(names.map(async name => {
    const path = join(folder, name)
    return { real: await realpath(path).catch(() => path), path }
  }))
}

function newestFirst(a: Python, b: Python): number {
  return b.version.localeCompare(a.version, 'en', { numeric: true }) || a.path.localeCompare(b.path)
}

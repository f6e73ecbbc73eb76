import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../spec/load-spec.ts'

/** A release of Pyodide that `npm run oracles` fetched. */
export interface PyodideRelease {
  /** Pyodide's own version, `'0.25.1'`. */
  readonly release: string
  /** The version of the CPython in it, `'3.11.3'` or `'3.15.0rc1'`. */
  readonly python: string
  /** Folder of the npm package. */
  readonly folder: string
}

/** The folder that fetched releases live in, each in `pyodide-<release>`: outside of git. */
export const pyodideCache = join(packageFolder(), 'node_modules/.cache/asyncio-conformance')

/** Where the package of a fetched `release` stands. */
export function fetchedFolder(release: string): string {
  return join(pyodideCache, `pyodide-${release}/node_modules/pyodide`)
}

/** The releases that were fetched, oldest Python first. Nothing is started: the versions stand in the packages' files. */
export function pyodideReleases(): readonly PyodideRelease[] {
  const releases = entries(pyodideCache).flatMap(name => /^pyodide-(.+)$/.exec(name)?.[1] ?? [])
  return releases.flatMap(release => {
    const folder = fetchedFolder(release)
    const python = pythonIn(folder)
    return python === undefined ? [] : [{ release, python, folder }]
  }).toSorted((a, b) => a.python.localeCompare(b.python, 'en', { numeric: true }))
}

/** The version of the CPython in the npm package in `folder`; undefined for a folder that holds no Pyodide. */
function pythonIn(folder: string): string | undefined {
  // `repodata.json` until 0.22.
  const file = entries(folder).find(name => name === 'pyodide-lock.json' || name === 'repodata.json')
  return file === undefined ? undefined : /"python":\s*"([^"]+)"/.exec(readFileSync(join(folder, file), 'utf8'))?.[1]
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

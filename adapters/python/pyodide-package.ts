import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { AdapterStartError } from '../adapter-start-error.ts'
import { pyodideReleases } from './pyodide-releases.ts'

/**
 * The folder of the npm package `pyodide`: the installed one without a name; otherwise `named` is the package's folder, the version
 * of a fetched release (`0.25.1`) or that of its CPython (`3.11.3`, `3.11`). Throws `AdapterStartError`.
 */
export function pyodidePackage(named?: string): string {
  if (named === undefined) return installed()
  const folder = resolve(named)
  if (existsSync(join(folder, 'pyodide.mjs'))) return folder
  const releases = pyodideReleases()
  const release = releases.findLast(({ release, python }) => release === named || python === named || python.startsWith(`${named}.`))
  if (release !== undefined) return release.folder
  const found = releases.map(({ release, python }) => `${release} (CPython ${python})`).join(', ')
  throw new AdapterStartError(`${named} is neither the folder of an npm package pyodide nor a release that was fetched: ${found === '' ? 'none was' : found}; in a checkout \`npm run oracles\` fetches them`)
}

function installed(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('pyodide'))
  } catch {
    throw new AdapterStartError('the package pyodide is not installed: npm install --save-dev pyodide@314')
  }
}

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pyodideCache, pyodideReleases } from '../adapters/python/pyodide-releases.ts'

/*
 * npm run oracles [-- 0.26.4]: fetches old and coming CPythons, as releases of the npm package `pyodide`, into node_modules/.cache.
 * What is there stays. Then `npx tsx scripts/record.ts` measures on them, and `--adapter pyodide:3.11` runs on one.
 */

/** CPython 3.10.2, 3.11.2, 3.11.3, 3.12.7, 3.13.2 and 3.15.0rc1; 3.14.2 is a dependency. About 15 MB each. */
const releases = ['0.21.3', '0.23.4', '0.25.1', '0.27.7', '0.29.4', '315.0.0-alpha.2']

/** Installs into a folder of its own that gets its name when it is whole; false when npm fails. */
function fetchRelease(release: string): boolean {
  const folder = join(pyodideCache, `pyodide-${release}`)
  if (existsSync(folder)) return true
  const unfinished = join(pyodideCache, `unfinished-${release}`)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'error']
  const { status } = spawnSync('npm', ['install', '--prefix', unfinished, ...options, `pyodide@${release}`], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status === 0) renameSync(unfinished, folder)
  else rmSync(unfinished, { recursive: true, force: true })
  return status === 0
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : releases
const failed = wanted.filter(release => !fetchRelease(release))
for (const { release, python } of pyodideReleases()) console.log(`pyodide:${release} is CPython ${python}`)
if (failed.length > 0) console.error(`npm could not fetch pyodide@${failed.join(', pyodide@')}`)
process.exitCode = failed.length > 0 ? 1 : 0

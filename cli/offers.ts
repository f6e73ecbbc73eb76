import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findPythons } from '../adapters/machine.ts'
import { pyodideReleases } from '../adapters/python/pyodide-releases.ts'

/** An implementation that this machine offers, or could. */
export interface Offer {
  /** What `--adapter` takes. */
  readonly name: string
  /** `CPython 3.13.0` */
  readonly implementation: string
  /** The asyncio version it means to be; absent where it is not there. */
  readonly version?: string
  /** Why it cannot be used, and what to do about it; absent for one that can. */
  readonly missing?: string
}

/** The bundled implementations, then every Python found. Nothing is started but the Pythons, each for its version. */
export async function offers(): Promise<readonly Offer[]> {
  const pythons = await findPythons()
  return [
    { name: 'reference', implementation: 'the reference implementation, TypeScript', version: '3.14.2' },
    pyodideOffer(),
    ...pyodideReleases().map(({ release, python }) => ({ name: `pyodide:${release}`, implementation: `CPython ${python} in WebAssembly`, version: python })),
    ...pythons.map(({ path, implementation, version }) => ({ name: `python:${path}`, implementation: `${implementation} ${version}`, version })),
    ...(pythons.length > 0 ? [] : [{ name: 'python', implementation: 'CPython', missing: 'no Python 3.8 or newer was found; pyodide is CPython without one' }]),
  ]
}

/** Read from the package's own files: loading Pyodide takes a second. */
function pyodideOffer(): Offer {
  const name = 'pyodide'
  try {
    const lock = readFileSync(createRequire(import.meta.url).resolve('pyodide/pyodide-lock.json'), 'utf8')
    const version = /"python":\s*"([\d.]+)"/.exec(lock)?.[1]
    return { name, implementation: `CPython ${version ?? ''} in WebAssembly`, ...(version === undefined ? {} : { version }) }
  } catch {
    return { name, implementation: 'CPython in WebAssembly', missing: 'the package is not installed: npm install --save-dev pyodide@314' }
  }
}

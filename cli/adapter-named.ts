import { AdapterStartError } from '../adapters/adapter-start-error.ts'
import type { Adapter } from '../adapters/adapter.ts'
import { exitCode } from './exit-code.ts'
import { didYouMean } from './nearest.ts'
import { UserError } from './user-error.ts'

/**
 * The adapter of a name: `reference`, `pyodide`, `pyodide:3.11` or its folder, `python`, `python:/path`, `python:/path#module:factory`,
 * or a `.ts`, `.js` or `.mjs` file that default-exports one. Only what the name needs is loaded.
 *
 * Throws `UserError`: `badInput` for a name that is none, `noAdapter` for an adapter that does not start.
 */
export async function adapterNamed(name: string): Promise<Adapter> {
  if (name === 'reference') return (await import('../adapters/reference.ts')).referenceAdapter()
  if (/\.(?:[cm]?js|[cm]?ts)$/.test(name)) return (await import('./adapter-file.ts')).adapterFromFile(name)
  const start = starterOf(name)
  try {
    return await start()
  } catch (error) {
    if (error instanceof AdapterStartError) throw new UserError(exitCode.noAdapter, `adapter ${name} could not start: ${error.message}`)
    throw error
  }
}

function starterOf(name: string): () => Promise<Adapter> {
  const pyodide = /^pyodide(?::(?<package>.+))?$/.exec(name)
  if (pyodide !== null) {
    const named = pyodide.groups?.package
    return async () => (await import('../adapters/python/pyodide-adapter.ts')).pyodideAdapter(named === undefined ? {} : { package: named })
  }
  const python = /^python(?::(?<command>[^#]+))?(?:#(?<loop>.+))?$/.exec(name)
  if (python === null) {
    const near = /[/\\]|^(?:python|pypy)3?\.?\d/.test(name) ? `: did you mean python:${name}?` : didYouMean(name, ['reference', 'pyodide', 'python'], 1)
    throw new UserError(exitCode.badInput, `unknown adapter ${JSON.stringify(name)}${near}\nAn adapter is reference, pyodide, pyodide:release, python, python:/path/to/python, python:/path/to/python#module:factory, or a .ts or .js file.\nasyncio-conformance adapters shows what this machine offers.`)
  }
  const command = python.groups?.command ?? (process.platform === 'win32' ? 'python' : 'python3')
  const loop = python.groups?.loop
  if (loop !== undefined && !/^[\w.]+:[\w.]+$/.test(loop)) {
    throw new UserError(exitCode.badInput, `an event loop is named module:factory, as uvloop:new_event_loop, not ${JSON.stringify(loop)}`)
  }
  return async () => (await import('../adapters/python/python-adapter.ts')).pythonAdapter(loop === undefined ? { command } : { command, loop })
}

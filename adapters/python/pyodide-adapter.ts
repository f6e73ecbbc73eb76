import { createRequire } from 'node:module'
import type { Adapter } from '../adapter.ts'
import { AdapterStartError } from '../adapter-start-error.ts'
import { Pipeline } from '../stdio-pipeline.ts'
import { openPyodide } from './pyodide-thread.ts'

/**
 * CPython in WebAssembly, from the npm package `pyodide`: no Python needs to be installed. It runs the same harness as
 * `pythonAdapter`, in a thread. Rejects with `AdapterStartError` when the package is not installed or does not load.
 */
export async function pyodideAdapter(): Promise<Adapter> {
  try {
    createRequire(import.meta.url).resolve('pyodide')
  } catch {
    throw new AdapterStartError('the package pyodide is not installed: npm install --save-dev pyodide@314')
  }
  return Pipeline.start(openPyodide)
}

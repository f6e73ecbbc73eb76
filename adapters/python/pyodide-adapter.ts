import type { Adapter } from '../adapter.ts'
import { Pipeline } from '../stdio-pipeline.ts'
import { pyodidePackage } from './pyodide-package.ts'
import { openPyodide } from './pyodide-thread.ts'

export interface PyodideAdapterOptions {
  /** The folder of the npm package, or a fetched release by its version or its CPython's; the installed package when absent. */
  readonly package?: string
}

/**
 * CPython in WebAssembly, from the npm package `pyodide` (0.21 to 315): no Python needs to be installed. It runs the same harness
 * as `pythonAdapter`, in a thread. Rejects with `AdapterStartError` when there is no such package or it does not load.
 */
export async function pyodideAdapter({ package: named }: PyodideAdapterOptions = {}): Promise<Adapter> {
  const folder = pyodidePackage(named)
  return Pipeline.start(events => openPyodide(folder, events))
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of what `adapters/python` has that is not compiled: beside this one in a checkout, in the package for what was built into `dist`. */
export function packagedFile(name: 'asyncio_harness' | 'pyodide-worker.mjs'): string {
  const beside = fileURLToPath(new URL(name, import.meta.url))
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../../../adapters/python/${name}`, import.meta.url))
}

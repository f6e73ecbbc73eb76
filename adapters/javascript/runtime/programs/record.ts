import { loadPyodide } from 'pyodide'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/*
 * Records what CPython 3.14 (Pyodide) prints for every program of this folder, into `NAME.out` beside it:
 * `npx tsx adapters/javascript/runtime/programs/record.ts`. Addresses become `0x…`, as in a trace.
 */
const here = new URL('.', import.meta.url)
const python = await loadPyodide()
for (const file of readdirSync(here).filter((name) => name.endsWith('.py'))) {
  const lines: string[] = []
  python.setStdout({ batched: (line) => lines.push(line) })
  python.runPython(readFileSync(new URL(file, here), 'utf8'), { globals: python.toPy({ __name__: '__main__' }) })
  writeFileSync(new URL(file.replace(/\.py$/, '.out'), here), `${lines.join('\n').replaceAll(/\b0x[0-9a-f]{5,}/g, '0x…')}\n`)
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadPyodide } from 'pyodide'

// Records what CPython 3.14 prints for the programs of this folder: `npx tsx adapters/javascript/compiler/programs/record.ts`
const here = new URL('.', import.meta.url)
const python = await loadPyodide()
for (const file of readdirSync(here).filter((name) => name.endsWith('.py'))) {
  let printed = ''
  python.setStdout({ batched: (line) => (printed += `${line}\n`) })
  const names = python.toPy({ __name__: '__main__' })
  python.runPython(readFileSync(new URL(file, here), 'utf8'), { globals: names })
  writeFileSync(new URL(file.replace(/\.py$/, '.out'), here), printed)
}

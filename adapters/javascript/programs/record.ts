import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pyodideAdapter } from '../../python/pyodide-adapter.ts'

/*
 * Records what CPython 3.14 (Pyodide) prints for every program of this folder, into `NAME.out` beside it:
 * `npx tsx adapters/javascript/programs/record.ts`.
 */
const here = new URL('.', import.meta.url)
const python = await pyodideAdapter()
for (const file of readdirSync(here).filter((name) => name.endsWith('.py'))) {
  const run = await python.run({ id: file, source: readFileSync(new URL(file, here), 'utf8') }, { steps: 10_000, seconds: 10, output: 100_000 })
  if (run.kind === 'faulted') throw new Error(`${file}: ${run.message}`)
  writeFileSync(new URL(file.replace(/\.py$/, '.out'), here), `${[...run.trace.lines, `=> ${run.trace.outcome}`].join('\n')}\n`)
}
await python.close()

import { readdirSync, writeFileSync } from 'node:fs'
import { pythonAdapter } from '../../python/python-adapter.ts'
import { printed } from './printed.ts'

/*
 * Records what a CPython with threads prints for every program of this folder, into `NAME.out` beside it:
 * `npx tsx adapters/javascript/thread-programs/record.ts [python]`.
 */
const here = new URL('.', import.meta.url)
const python = await pythonAdapter({ command: process.argv[2] ?? 'python3' })
for (const file of readdirSync(here).filter((name) => name.endsWith('.py'))) {
  writeFileSync(new URL(file.replace(/\.py$/, '.out'), here), `${(await printed(python, file)).join('\n')}\n`)
}
await python.close()

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packageFolder } from '../spec/load-spec.ts'
import { traceText } from '../spec/trace.ts'
import type { Run } from './adapter.ts'
import { defaultLimits } from './adapter.ts'
import { pyodideAdapter } from './python/pyodide-adapter.ts'
import { referenceAdapter } from './reference.ts'

const folder = join(packageFolder(), 'spec/notes')

/** Programs of the notes that are not compared, and what they need that neither side has. */
const notCompared: Readonly<Record<string, string>> = {
  '3-process-pool.py': 'processes',
  '5-quick-comparison.py': 'threads of its own; its half about asyncio is 5-run-gather.py',
}

const reference = referenceAdapter()
const pyodide = await pyodideAdapter()
afterAll(() => Promise.all([reference.close(), pyodide.close()]))

/** The program as it stands; `random` is seeded in front of it, on its first line, a comment, so that both sides draw the same. */
function programOf(file: string): string {
  const text = readFileSync(join(folder, file), 'utf8')
  return /^import random$/m.test(text) ? text.replace(/^#.*/, 'import random; random.seed(1)') : text
}

/** The trace with its outcome, or the place at which a program that does not parse is refused; other faults with their message. */
function seen(run: Run): string {
  if (run.kind === 'finished') return traceText(run.trace)
  const [, line, column] = /^(?:line )?(\d+)(?::|, column )(\d+)/.exec(run.message) ?? []
  return run.fault === 'refused' && line !== undefined ? `refused at line ${line}, column ${column ?? ''}` : `${run.fault}: ${run.message}`
}

const files = readdirSync(folder).filter(file => file.endsWith('.py')).toSorted()

test('every program that is not compared is there', () => {
  expect(Object.keys(notCompared).filter(file => !files.includes(file))).toEqual([])
})

test.each(files.filter(file => !(file in notCompared)))('%s leaves one trace on the reference and on CPython', async file => {
  const program = { id: file, source: programOf(file) }
  const [mine, real] = await Promise.all([reference.run(program, defaultLimits), pyodide.run(program, defaultLimits)])
  expect(seen(mine)).toBe(seen(real))
})

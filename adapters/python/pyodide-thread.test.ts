import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultLimits } from '../adapter.ts'
import { Pipeline } from '../stdio-pipeline.ts'
import { pyodidePackage } from './pyodide-package.ts'
import { openPyodide } from './pyodide-thread.ts'

const source = `
import sys
async def main():
    log(sys.version_info[:2] >= (3, 14), {'a', 'b'})
    await asyncio.sleep(1)
    task = asyncio.ensure_future(asyncio.sleep(5))
    return await asyncio.wait_for(asyncio.gather(asyncio.sleep(1, 'slept'), return_exceptions=True), 2), task
`

async function traceWith(cache: string): Promise<unknown> {
  const adapter = await Pipeline.start(events => openPyodide(pyodidePackage(), events, cache))
  const run = await adapter.run({ id: '', source }, defaultLimits)
  await adapter.close()
  return run.kind === 'finished' ? run.trace : run
}

test('a start from the memory of an earlier one gives the same traces; memory that is none is replaced', { timeout: 120_000 }, async () => {
  const cache = mkdtempSync(join(tmpdir(), 'pyodide-'))
  const first = await traceWith(cache)
  expect(first).toMatchObject({ lines: ["0 True {'a', 'b'}"], outcome: "(['slept'], <Task cancelled name='Task-2' coro=<sleep() done>>)" })
  const kept = readdirSync(cache)
  expect(kept).toEqual([expect.stringMatching(/^memory-of-pyodide-[\d.]+\.bin$/)])
  const file = join(cache, kept[0] ?? '')
  const written = statSync(file).mtimeMs
  expect(await traceWith(cache)).toEqual(first)
  expect(statSync(file).mtimeMs).toBe(written)

  const memory = readFileSync(file)
  writeFileSync(file, memory.fill(1, 0, 4096))
  expect(await traceWith(cache)).toEqual(first)
  expect(readdirSync(cache)).toEqual(kept)
  expect(await traceWith(cache)).toEqual(first)
})

test('a cache that cannot be written is done without', { timeout: 120_000 }, async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pyodide-')), 'file')
  writeFileSync(file, '')
  expect(await traceWith(file)).toMatchObject({ lines: ["0 True {'a', 'b'}"] })
})

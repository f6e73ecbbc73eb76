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

test('what is nested too deeply for Python is refused or raised by it, and harms no other program', { timeout: 120_000 }, async () => {
  const adapter = await Pipeline.start(events => openPyodide(pyodidePackage(), events))
  const sources = [
    `log(${'1 + '.repeat(20_000)}1)`,
    `x = f${'()'.repeat(20_000)}`,
    `log(${'('.repeat(5000)}1${')'.repeat(5000)})`,
    `import sys\nsys.setrecursionlimit(1_000_000)\nclass A:\n    def __repr__(self): return repr(self)\ntry: repr(A())\nexcept RecursionError: log('caught')`,
  ]
  const runs = await Promise.all(sources.map((program, i) => adapter.run({ id: String(i), source: program }, defaultLimits)))
  await adapter.close()
  expect(runs.map(run => run.kind === 'finished' ? run.trace.lines : `${run.fault}: ${run.message}`)).toEqual([
    ['0 20001'],
    expect.stringMatching(/^refused: line 1, column 1: Stack overflow/),
    'refused: line 1, column 204: too many nested parentheses',
    ['0 caught'],
  ])
})

import { describe, expect, test } from 'vitest'
import type { Run } from '../adapter.ts'
import { javascriptAdapter } from './javascript-adapter.ts'
import { referenceAdapter } from '../reference.ts'

const limits = { steps: 1000, seconds: 0.3, output: 1000 }

/** What became of a program, without the time it took. */
async function runAll(...sources: string[]): Promise<unknown[]> {
  const adapter = referenceAdapter()
  const runs = await Promise.all(sources.map((source, i) => adapter.run({ id: String(i), source }, limits)))
  await adapter.close()
  return runs.map(told)
}

function told(run: Run): unknown {
  return run.kind === 'finished' ? [...run.trace.lines, `=> ${run.trace.outcome}`] : [run.fault, run.message]
}

describe('the JavaScript adapter', () => {
  test('gives the trace of a program', async () => {
    expect(await runAll("async def main():\n    await asyncio.sleep(1.5)\n    log('slept', [1.0, 'a'])\n    return (1,)")).toEqual([["1.5 slept [1, 'a']", '=> (1,)']])
  })

  test('says what left the program, and what was never seen to', async () => {
    expect(await runAll("async def f(): raise KeyError('k')\nasync def main():\n    asyncio.create_task(f())\n    f()\n    await asyncio.sleep(0)\n    raise ValueError('v')")).toEqual([
      ["! RuntimeWarning: coroutine 'f' was never awaited", "! Task exception was never retrieved: KeyError('k')", "=> raises ValueError('v')"],
    ])
  })

  test('sees deadlock and endless passes, and records nothing after them', async () => {
    expect(await runAll(
      "try:\n    asyncio.run(asyncio.Event().wait())\nexcept BaseException: log('caught')\nfinally: log('finally')",
      'async def main():\n    while True: await asyncio.sleep(0)',
    )).toEqual([['=> deadlock'], ['=> step limit']])
  })

  test('survives programs that never come back, flood and recurse; the others are unharmed', async () => {
    expect(await runAll('log(1)', 'while True: pass', 'log(2)', "while True: log('x' * 50)", 'def f(): return f()\nf()', 'x = (', 'log(3)')).toEqual([
      ['0 1', '=> None'],
      ['hang', 'the program ran for 0.3 s without coming back to the event loop'],
      ['0 2', '=> None'],
      ['flood', 'the program wrote more than 1000 characters'],
      ["=> raises RecursionError('maximum recursion depth exceeded')"],
      ['refused', 'line 1, column 6: SyntaxError: Unexpected token in expression'],
      ['0 3', '=> None'],
    ])
  })

  test('refuses what would reach out of the program on the virtual clock, at its place', async () => {
    expect(await runAll(
      "async def main():\n    await asyncio.open_connection('127.0.0.1', 1)\n",
      'import os, signal\n\nasync def main():\n    os.kill(os.getpid(), signal.SIGINT)\n',
    )).toEqual([
      ['refused', 'line 2, column 11: asyncio.open_connection is outside the subset on the virtual clock; programs there have no sockets, processes, signals and files'],
      ['refused', 'line 4, column 5: module os is outside the subset on the virtual clock; programs there have no sockets, processes, signals and files'],
    ])
  })

  test('runs a module whose coroutines are promises, on the real clock', async () => {
    const asyncio = {
      run: (main: Promise<unknown>) => main,
      sleep: (seconds: number, result: unknown = null) => new Promise((resolve) => setTimeout(resolve, seconds * 1000, result)),
      gather: (...all: readonly unknown[]) => Promise.all(all),
    }
    const adapter = javascriptAdapter({ name: 'promises', claims: '3.14', asyncio, style: 'async' })
    const source = "async def f(x): return await asyncio.sleep(0.001, x)\nasync def main():\n    return await asyncio.gather(f('a'), f('b'))"
    const never = 'async def main():\n    await asyncio.sleep(100)'
    expect([adapter.clock, told(await adapter.run({ id: '1', source }, limits)), told(await adapter.run({ id: '2', source: never }, limits))]).toEqual([
      'real', ["=> ['a', 'b']"], ['hang', 'the program did not end within 0.3 s'],
    ])
  })
})

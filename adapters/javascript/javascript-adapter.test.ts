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

const promises = {
  run: (main: Promise<unknown>) => main,
  sleep: (seconds: number, result: unknown = null) => new Promise((resolve) => setTimeout(resolve, seconds * 1000, result)),
  gather: (...all: readonly unknown[]) => Promise.all(all),
  Event: class { wait(): Promise<never> { return new Promise(() => {}) } },
}

async function runOn(asyncio: object, clock: 'real' | 'virtual', ...sources: readonly string[]): Promise<unknown[]> {
  const adapter = javascriptAdapter({ name: 'promises', claims: '3.14', asyncio, style: 'async', clock })
  return (await Promise.all(sources.map((source, i) => adapter.run({ id: String(i), source }, limits)))).map(told)
}

/** Runs one program at a time, and believes that the last one runs until it has ended. */
const jealous = (more: (running: { now: boolean }) => object): object => {
  const running = { now: false }
  const run = async (main: Promise<unknown>): Promise<unknown> => {
    if (running.now) throw new Error('another loop runs')
    running.now = true
    const value = await main
    running.now = false
    return value
  }
  return { ...promises, run, ...more(running) }
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

  test('says of a program that is too long for its time that it did not run', async () => {
    expect(await runAll(`log('ran')\n${'x = 1\n'.repeat(1_000_000)}`, 'log(1)')).toEqual([['hang', 'the program was not compiled within 0.3 s'], ['0 1', '=> None']])
  })

  test('refuses what is nested more deeply than the engine compiles', async () => {
    const refused = ['refused', 'line 2, column 1: nested too deeply to be compiled; give parts of it names, or lines, of their own']
    expect(await runAll(`log(1)\nlog(${'1 and '.repeat(6000)}1)`, `log(1)\nlog(${'1 + '.repeat(6000)}1)`)).toEqual([refused, refused])
  })

  test('refuses what would reach out of the program on the virtual clock, at its place', async () => {
    expect(await runAll(
      "async def main():\n    await asyncio.open_connection('127.0.0.1', 1)\n",
      'import os, signal\n\nasync def main():\n    os.kill(os.getpid(), signal.SIGINT)\n',
    )).toEqual([
      ['refused', 'line 2, column 11: asyncio.open_connection is outside the subset on the virtual clock; programs there have no sockets, processes, signals, files and threads'],
      ['refused', 'line 4, column 5: module os is outside the subset on the virtual clock; programs there have no sockets, processes, signals, files and threads'],
    ])
  })

  describe('with a module', () => {
    test('puts a virtual clock under it', async () => {
      expect(await runOn(promises, 'virtual',
        "async def f(x):\n    await asyncio.sleep(3600)\n    log(x)\n    return x\nasync def main():\n    return await asyncio.gather(f('a'), f('b'))",
        'async def main():\n    await asyncio.Event().wait()',
        'async def main():\n    while True: await asyncio.sleep(1)',
        'async def main(): return 1',
      )).toEqual([['3600 a', '3600 b', "=> ['a', 'b']"], ['=> deadlock'], ['=> step limit'], ['=> 1']])
    })

    test('gives the host its clock back when a program hangs, and runs the others on one of their own', async () => {
      const [before, date] = [performance.now(), Date.now()]
      expect(await runOn(promises, 'virtual', 'while True: pass', "async def main(): return await asyncio.sleep(3600, 'slept')")).toEqual([
        ['hang', 'the program ran for 0.3 s without coming back to the event loop'], ["=> 'slept'"],
      ])
      expect([performance.now() - before, Date.now() - date].map((passed) => passed > 250 && passed < 60_000)).toEqual([true, true])
      expect(await new Promise((resolve) => { setTimeout(resolve, 1, 'a timer of the host') })).toBe('a timer of the host')
    })

    test('runs nothing more on a module that hangs again', async () => {
      const asyncio = { coroutine: (body: unknown) => body, run: () => { for (;;); } }
      const adapter = javascriptAdapter({ name: 'spins', claims: '3.14', asyncio })
      const runs = await Promise.all(['0', '1'].map((id) => adapter.run({ id, source: 'async def main(): return 1' }, limits)))
      expect(runs.map(told)).toEqual([
        ['hang', 'the program ran for 0.3 s without coming back to the event loop'],
        ['not-run', 'program 0 left the module unable to run another (it never came back from one); a world of its own for each program keeps them apart: adapters/javascript/README.md'],
      ])
    })

    test('leaves it on the real one when asked to', async () => {
      expect(await runOn(promises, 'real', "async def main(): return await asyncio.sleep(0.001, 'x')", 'async def main():\n    await asyncio.sleep(100)')).toEqual([
        ["=> 'x'"], ['hang', 'the program did not end within 0.3 s'],
      ])
    })

    const stuck = ['async def main():\n    await asyncio.Event().wait()', 'async def main(): return 1']

    test('has it forget the loop of a program that never ended', async () => {
      const asyncio = jealous((running) => ({ _setRunningLoop: () => void (running.now = false) }))
      expect(await runOn(asyncio, 'virtual', ...stuck)).toEqual([['=> deadlock'], ['=> 1']])
    })

    test('keeps a program from what another put into it, and bears a promise of run that nobody waits for', async () => {
      expect(await runOn(promises, 'virtual',
        "async def f(): raise ValueError('nobody waits')\nasyncio.sleep = None\nasyncio.run(f())\nlog('goes on')",
        'async def main(): return asyncio.sleep is None',
      )).toEqual([['0 goes on', '=> None'], ['=> False']])
    })

    test('says so when it cannot run any other after one that never ended', async () => {
      expect(await runOn(jealous(() => ({})), 'virtual', ...stuck)).toEqual([['=> deadlock'], [
        'not-run', "program 0 left the module unable to run another (raises Exception('another loop runs')); a world of its own for each program keeps them apart: adapters/javascript/README.md",
      ]])
    })
  })
})

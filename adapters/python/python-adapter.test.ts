import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { defaultLimits } from '../adapter.ts'
import { AdapterStartError } from '../adapter-start-error.ts'
import { findPythons } from '../machine.ts'
import { pythonAdapter } from './python-adapter.ts'

vi.setConfig({ testTimeout: 120_000 })

const [python] = await findPythons()
const command = python?.path ?? ''

function refusal(options: Parameters<typeof pythonAdapter>[0]): Promise<unknown> {
  return pythonAdapter(options).then(() => 'started', (error: unknown) => error instanceof AdapterStartError ? error.message : error)
}

describe('what is no Python for the harness is named', () => {
  test('when it is not there', async () => {
    expect(await refusal({ command: '/no/such/python' })).toBe('/no/such/python does not exist')
  })

  test('when it is too old', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'asyncio-conformance-')), 'python3')
    writeFileSync(path, '#!/bin/sh\ncase "$*" in *-c*) echo CPython 3.7.16;; *) exit 3;; esac\n')
    chmodSync(path, 0o755)
    expect(await refusal({ command: path })).toBe(`CPython 3.7.16 is too old: 3.8 or newer (${path})`)
  })

  test('when it is something else', async () => {
    expect(await refusal({ command: 'true' })).toBe('true is not a Python: true ended with exit code 0')
  })
})

describe.skipIf(python === undefined)('a Python on this machine (needs a Python on PATH)', () => {
  test('is named by what it is', async () => {
    const adapter = await pythonAdapter({ command })
    expect([adapter.name, adapter.claims, adapter.clock]).toEqual([`${python?.implementation.toLowerCase()}-${python?.version}`, python?.version, 'virtual'])
    await adapter.close()
  })

  test('says which event loop there is not', async () => {
    expect(await refusal({ command, loop: 'no_such_module:loop' }))
      .toBe(`${command} ended with exit code 3; the last it wrote to stderr:\nno event loop: ModuleNotFoundError: No module named 'no_such_module'`)
  })

  test('paces a program for the virtual clock on another event loop: moments keep their order, however far apart', async () => {
    const adapter = await pythonAdapter({ command, loop: 'asyncio:SelectorEventLoop' })
    const source = `
async def main():
    loop = asyncio.get_running_loop()
    for delay in [86400, 0.001, 0.001, 7200]:
        loop.call_later(delay, log, 'after', delay)
    log(await loop.run_in_executor(None, time.sleep, 3600))
    time.sleep(3600.5)
    log('blocked')
    await asyncio.sleep(80000)
    return loop.time()`
    const start = performance.now()
    const run = await adapter.run({ id: '', source }, defaultLimits)
    const seconds = (performance.now() - start) / 1000
    await adapter.close()
    expect(adapter.name).toMatch(/-asyncio$/)
    expect(run.kind === 'finished' && run.trace).toEqual({
      lines: ['0.001 after 0.001', '0.001 after 0.001', '3600 None', '7200.5 blocked', '7200.5 after 7200', '86400 after 86400'],
      outcome: '87200.5',
    })
    expect(seconds).toBeLessThan(5)
  })

  test('takes another event loop, on the real clock', async () => {
    const adapter = await pythonAdapter({ command, loop: 'asyncio:SelectorEventLoop' })
    const source = `
async def child(): raise KeyError('k')
async def main():
    asyncio.get_running_loop().call_later(0.02, log, 'second')
    asyncio.get_running_loop().call_later(0.01, log, 'first')
    asyncio.ensure_future(child())
    await asyncio.sleep(0.03)
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    log(asyncio.current_task().get_name(), await asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.01))
asyncio.run(main())`
    const [run, hang] = await Promise.all([
      adapter.run({ id: '', source }, defaultLimits),
      adapter.run({ id: '', source: 'async def main(): await asyncio.get_running_loop().create_future()' }, { ...defaultLimits, seconds: 0.3 }),
    ])
    await adapter.close()
    expect(adapter.clock).toBe('real')
    expect(run.kind === 'finished' && run.trace.lines.map(line => line.replace(/^[\d.]+ /, ''))).toEqual([
      'first', 'second', "! Exception in callback main.<locals>.<lambda>(): ZeroDivisionError('division by zero')", 'Task-1 None',
      "! Task exception was never retrieved: KeyError('k')",
    ])
    expect(hang).toEqual({ kind: 'faulted', fault: 'hang', message: 'ran longer than 0.3 s and was stopped' })
  })

  test('takes asyncio’s own factory, which asks what the harness replaces', async () => {
    const adapter = await pythonAdapter({ command, loop: 'asyncio:new_event_loop' })
    const run = await adapter.run({ id: '', source: 'async def main(): log(await asyncio.sleep(0.01, 1))' }, defaultLimits)
    await adapter.close()
    expect(run.kind === 'finished' && [run.trace.lines.length, run.trace.outcome]).toEqual([1, 'None'])
  })

  test('says that a factory gives no event loop', async () => {
    await expect(pythonAdapter({ command, loop: 'os:getpid' })).rejects.toThrow(/no event loop: TypeError: os:getpid gives no event loop, but \d+/)
  })

  test('inherits the environment, PYTHONPATH too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'asyncio-conformance-'))
    writeFileSync(join(folder, 'beside.py'), 'value = 42\n')
    vi.stubEnv('PYTHONPATH', folder)
    const adapter = await pythonAdapter({ command })
    vi.unstubAllEnvs()
    const run = await adapter.run({ id: '', source: 'import beside\nlog(beside.value)' }, defaultLimits)
    await adapter.close()
    expect(run.kind === 'finished' && run.trace).toEqual({ lines: ['0 42'], outcome: 'None' })
  })
})

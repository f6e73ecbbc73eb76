import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Adapter, Run } from './adapter.ts'
import { defaultLimits } from './adapter.ts'
import { AdapterStartError } from './adapter-start-error.ts'
import { stdioAdapter } from './stdio.ts'

vi.setConfig({ testTimeout: 120_000 })

const child = fileURLToPath(new URL('fixtures/child.mjs', import.meta.url))
const limits = { ...defaultLimits, seconds: 0.4 }
const open: Adapter[] = []

async function start(...how: readonly string[]): Promise<Adapter> {
  const adapter = await stdioAdapter({ command: process.execPath, args: [child, ...how], startSeconds: how[0] === 'silent' ? 0.3 : 10 })
  open.push(adapter)
  return adapter
}

function runAll(adapter: Adapter, programs: readonly string[]): Promise<readonly Run[]> {
  return Promise.all(programs.map(source => adapter.run({ id: 'the same id', source }, limits)))
}

/** A run in few words. */
function told(run: Run): string {
  return run.kind === 'faulted' ? `${run.fault}: ${run.message}` : run.trace.lines.join('|')
}

async function tell(...programs: readonly string[]): Promise<readonly string[]> {
  return (await runAll(await start(), programs)).map(told)
}

function isAlive(pid: number): boolean {
  try {
    // A process that has ended but was not yet waited for is not alive.
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z')
  } catch {
    return false
  }
}

async function outcome(adapter: Adapter, source: string): Promise<string> {
  const run = await adapter.run({ id: '', source }, limits)
  return run.kind === 'finished' ? run.trace.outcome : told(run)
}

/** Why an adapter did not start. */
function message(starting: Promise<unknown>): Promise<unknown> {
  return starting.then(() => 'started', (error: unknown) => error instanceof AdapterStartError ? error.message : error)
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(adapter => adapter.close()))
})

describe('a child that behaves', () => {
  test('is known by its hello', async () => {
    const { name, claims, clock, lacks, level } = await start()
    expect({ name, claims, clock, lacks, level }).toEqual({ name: 'fake-1', claims: '3.14', clock: 'virtual', lacks: ['threads'], level: 'SHOULD' })
  })

  test('answers thousands of programs, each its own', async () => {
    const programs = Array.from({ length: 3000 }, (_, index) => `program ${index}`)
    expect(await tell(...programs)).toEqual(programs.map(program => `0 ${program}`))
  })

  test('may answer in another order', async () => {
    expect(await tell('keep 1', 'keep 2', 'release')).toEqual(['0 keep 1', '0 keep 2', '0 release'])
  })

  test('may refuse a program', async () => {
    expect(await tell('refuse', 'next')).toEqual(['refused: line 1, column 1: no', '0 next'])
  })

  test('may write as much as it likes to stderr', async () => {
    expect(await tell('stderr', 'next')).toEqual(['0 stderr', '0 next'])
  })
})

describe('a fault is that of one program', () => {
  test('when the child hangs', async () => {
    expect(await tell('first', 'hang', 'next', 'last')).toEqual(['0 first', 'hang: ran longer than 0.4 s and was stopped', '0 next', '0 last'])
  })

  test('when the child dies', async () => {
    expect(await tell('first', 'die 3', 'next', 'kill', 'last')).toEqual([
      '0 first', 'crash: fake-1 ended with exit code 3; the last it wrote to stderr:\noh no', '0 next', 'crash: fake-1 was ended by SIGKILL', '0 last',
    ])
  })

  test('when it prints something beside its answer', async () => {
    expect(await tell('first', 'rubbish', 'next')).toEqual(['0 first', 'protocol: fake-1 printed debug output where an answer was expected', '0 next'])
  })

  test('when it prints something instead of its answer', async () => {
    expect(await tell('first', 'instead', 'next')).toEqual(['0 first', 'protocol: fake-1 printed debug output where an answer was expected', '0 next'])
  })

  test('when nothing but rubbish comes', async () => {
    expect(await tell('first', 'rubbish-forever', 'next')).toEqual(['0 first', 'protocol: fake-1 printed debug output where an answer was expected', '0 next'])
  })

  test('when an answer has the wrong shape', async () => {
    expect(await tell('shape', 'next')).toEqual([
      'protocol: fake-1 answered {"id":"1","trace":"x","outcome":"None","milliseconds":1}, whose "trace" is no list of texts', '0 next',
    ])
  })

  test('when it answers twice', async () => {
    expect(await tell('first', 'twice', 'next')).toEqual(['0 first', 'protocol: fake-1 answered twice', '0 next'])
  })

  test('when it answers what was not asked', async () => {
    expect(await tell('first', 'lie', 'next')).toEqual(['0 first', 'protocol: fake-1 answered request "zzz", which was not made', '0 next'])
  })

  test('when it floods', async () => {
    expect(await tell('line', 'next', 'long 1000001', 'last')).toEqual([
      'flood: fake-1 printed a line of more than 8000000 characters', '0 next', 'flood: the trace is longer than 1000000 characters', '0 last',
    ])
  })

  test('also when that program is the only one', async () => {
    const adapter = await start()
    expect([told(await adapter.run({ id: '', source: 'die 3' }, limits)), told(await adapter.run({ id: '', source: 'next' }, limits))])
      .toEqual(['crash: fake-1 ended with exit code 3; the last it wrote to stderr:\noh no', '0 next'])
  })
})

test('a child that does not start again faults what is left', async () => {
  const adapter = await start('once', join(mkdtempSync(join(tmpdir(), 'asyncio-conformance-')), 'started'))
  expect((await runAll(adapter, ['first', 'die 3', 'next', 'last'])).map(told)).toEqual([
    '0 first', 'crash: fake-1 ended with exit code 3; the last it wrote to stderr:\noh no',
    ...Array.from({ length: 2 }, () => `crash: fake-1 could not be started again: ${process.execPath} ended with exit code 6`),
  ])
})

describe('an adapter does not start', () => {
  test.each([
    ['silent', 'did not say hello within 0.3 s'],
    ['rubbish', 'printed Welcome! instead of its hello line'],
    ['protocol-2', 'speaks protocol 2; this is protocol 1: see spec/adapter-protocol.md'],
    ['dies', 'ended with exit code 5; the last it wrote to stderr:\nno luck today'],
  ])('when the child is %s', async (how, what) => {
    expect(await message(start(how))).toBe(`${process.execPath} ${what}`)
  })

  test('when there is no such command', async () => {
    expect(await message(stdioAdapter({ command: '/no/such/child' }))).toBe('/no/such/child does not exist')
    expect(await message(stdioAdapter({ command: 'no-such-child' }))).toBe('no-such-child was not found on PATH')
    expect(await message(stdioAdapter({ command: '' }))).toBe('"" is not the name of a command')
  })
})

describe('no process is left behind', () => {
  test('by close, idle or in the middle of an endless loop, with its own children', async () => {
    const [idle, busy] = [await start(), await start()]
    const pids = [await outcome(idle, 'pid'), await outcome(idle, 'grandchild'), await outcome(busy, 'pid')].map(Number)
    const hanging = busy.run({ id: '', source: 'hang' }, { ...limits, seconds: 60 })
    await new Promise(resolve => setTimeout(resolve, 50))
    await Promise.all([idle.close(), busy.close()])
    expect(told(await hanging)).toBe('crash: adapter fake-1 was closed before this was run')
    expect(told(await busy.run({ id: '', source: 'next' }, limits))).toBe('crash: adapter fake-1 is closed')
    await expect.poll(() => pids.map(isAlive)).toEqual([false, false, false])
  })

  test.each(['process.exit(0)', 'throw new Error("bug")'])('by our process that ends with %s', async how => {
    const program = `
      import { stdioAdapter } from ${JSON.stringify(pathToFileURL(fileURLToPath(new URL('stdio.ts', import.meta.url))).href)}
      const adapter = await stdioAdapter({ command: process.execPath, args: [${JSON.stringify(child)}] })
      const run = await adapter.run({ id: '', source: 'pid' }, { steps: 1, seconds: 60, output: 1000 })
      console.log(run.trace.outcome)
      void adapter.run({ id: '', source: 'hang' }, { steps: 1, seconds: 60, output: 1000 })
      setTimeout(() => { ${how} }, 50)`
    const ours = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    ours.stdout.on('data', (data: Buffer) => { said += data.toString() })
    await new Promise(resolve => ours.on('close', resolve))
    expect(Number(said)).toBeGreaterThan(0)
    await expect.poll(() => isAlive(Number(said))).toBe(false)
  })
})

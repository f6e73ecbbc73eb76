import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../adapters/adapter.ts'
import { referenceAdapter } from '../adapters/reference.ts'
import { adapterNamed } from './adapter-named.ts'
import { command } from './fuzz.ts'
import { fuzzOnWorkers } from './fuzz-workers.ts'

const hasty = fileURLToPath(new URL('fixtures/hasty-adapter.ts', import.meta.url))

async function fuzz(...words: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const code = await command.run(words, { stdin: new PassThrough(), stdout, stderr, env: {} })
  stdout.end()
  return { code, output: await text(stdout) }
}

test('an implementation does not differ from itself', { timeout: 60_000 }, async () => {
  const { code, output } = await fuzz('--against', 'reference', '--runs', '40', '--seed', '1')
  expect(code).toBe(0)
  expect(output).toMatch(/^✓ 40 programs, 0 differences: reference against reference, seed 1, \d+\/s\n$/)
})

test('several workers do the same programs as one, and find the same differences', { timeout: 60_000 }, async () => {
  const adapters = [await adapterNamed(hasty), referenceAdapter()] as const
  const found = async (workers: number) => {
    const { programs, findings } = await fuzzOnWorkers({ names: [hasty, 'reference'], seed: 1, runs: 101, limits: defaultLimits }, workers, { adapters, onFinding: () => {} })
    return { programs, findings: findings.map(({ program, index, difference }) => ({ source: program.source, index, difference })) }
  }
  const one = await found(1)
  expect(one.programs).toBe(101)
  expect(one.findings.length).toBeGreaterThan(0)
  expect(await found(3)).toEqual(one)
})

test('a worker whose adapter does not start ends the run', { timeout: 60_000 }, async () => {
  await expect(fuzzOnWorkers({ names: ['reference', 'nobody'], seed: 1, runs: 4, limits: defaultLimits }, 2, {
    adapters: [referenceAdapter(), referenceAdapter()], onFinding: () => {},
  })).rejects.toMatchObject({ name: 'UserError', code: 2, message: expect.stringMatching(/^unknown adapter "nobody"[^]*\nThis was in a thread of --workers/) })
})

test('an adapter that ends its thread ends the run there, and is named', { timeout: 60_000 }, async () => {
  const ending = fileURLToPath(new URL('fixtures/thread-ending-adapter.ts', import.meta.url))
  const { programs, broken } = await fuzzOnWorkers({ names: [ending, 'reference'], seed: 1, runs: 4, limits: defaultLimits }, 2, {
    adapters: [referenceAdapter(), referenceAdapter()], onFinding: () => {},
  })
  expect([programs, broken]).toEqual([2, `adapter ${ending} or reference ended a thread of --workers (exit code 0), and what was found there is lost; with --workers 1 there is none`])
})

describe('an implementation that takes sleep(0) for nothing', () => {
  test('is shown by a short program in both languages, its traces, and how to see it again', { timeout: 60_000 }, async () => {
    const { code, output } = await fuzz('--adapter', hasty, '--against', 'reference', '--runs', '64', '--seed', '1', '--show', '1')
    expect(code).toBe(1)
    const [, program = ''] = /start = time\.monotonic\(\)\n\n([^]*?)\nprint\('=>'/.exec(output) ?? []
    expect(program.trim().split('\n').length).toBeLessThanOrEqual(12)
    expect(output).toContain('const main = asyncio.coroutine(function* main() {')
    expect(output).toContain('expected: reference, actual: hasty')
    expect(output).toMatch(/asyncio-conformance fuzz --adapter \S+ --against reference --replay 1:\d+\n/)
    const [, replay = ''] = /--replay (\S+)/.exec(output) ?? []
    expect((await fuzz('--adapter', hasty, '--against', 'reference', '--replay', replay, '--show', '1')).code).toBe(1)
  })
})

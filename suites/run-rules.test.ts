import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../adapters/adapter.ts'
import type { Adapter, Run } from '../adapters/adapter.ts'
import { parseBaseline } from './baseline.ts'
import { guardedRun } from './guarded-run.ts'
import type { Report } from './report.ts'
import { runRules } from './run-rules.ts'
import { fault, finished, rulesOf, tableAdapter } from './test-adapter.ts'

/** Each scenario with what its verdict says in short. */
function short({ results }: Report): readonly (readonly string[])[] {
  return results.map(({ scenario, verdict }) => {
    switch (verdict.kind) {
      case 'pass': case 'unexpected pass': return [scenario.id, verdict.kind]
      case 'fail': return [scenario.id, verdict.kind, verdict.difference.actual ?? '']
      case 'error': return [scenario.id, verdict.kind, verdict.fault, verdict.message]
      case 'expected fail': return [scenario.id, verdict.kind, verdict.failure.kind]
      case 'not applicable': return [scenario.id, verdict.kind, verdict.reason, verdict.explanation]
      case 'suite bug': return [scenario.id, verdict.kind, verdict.oracle, verdict.failure.kind]
    }
  })
}

const three = rulesOf(['a', 'MUST** · since 3.8', '0 a'], ['b', 'MUST** · since 3.8', '0 b'], ['c', 'MUST** · since 3.8', '0 c'])

test('each scenario gets a verdict, in the order of the rules', async () => {
  const slow = new Promise<Run>(resolve => setTimeout(resolve, 20, finished(['0 a'])))
  const adapter = tableAdapter({ 'door.b': finished(['0 x']), 'door.c': fault('it died') })
  const seen: string[] = []
  const report = await runRules({
    adapter: { ...adapter, run: (program, limits) => program.id === 'door.a' ? slow : adapter.run(program, limits) },
    rules: three,
    onResult: ({ scenario }) => { seen.push(scenario.id) },
  })
  expect(short(report)).toEqual([['door.a', 'pass'], ['door.b', 'fail', '0 x'], ['door.c', 'error', 'crash', 'it died']])
  expect(seen).toEqual(['door.b', 'door.c', 'door.a'])
})

/** The levels of the rules that were beyond the one asked for. */
function beyond({ results }: Report): readonly string[] {
  return results.filter(({ verdict }) => verdict.kind === 'not applicable' && verdict.reason === 'level').map(({ rule }) => rule.level)
}

describe('what does not apply is not run', () => {
  const rules = rulesOf(
    ['must', 'MUST** · since 3.8'], ['should', 'SHOULD** · since 3.8'], ['exact', 'CPYTHON** · since 3.8'],
    ['later', 'MUST** · since 3.13'], ['former', 'MUST** · since 3.8 · until 3.11'], ['able', 'MUST** · since 3.8 · needs: threads, executors'],
  )
  const passes = Object.fromEntries(rules.map(rule => [rule.id, finished([])]))
  const run = (more: Partial<Adapter>, level?: 'MUST') => runRules({ adapter: tableAdapter(passes, more), rules, ...(level ? { level } : {}) })

  test('by version and capability', async () => {
    expect(short(await run({ claims: '3.12.1', lacks: ['executors'] }))).toEqual([
      ['door.must', 'pass'], ['door.should', 'pass'], ['door.exact', 'pass'],
      ['door.later', 'not applicable', 'version', 'holds for 3.13+, not 3.12.1'],
      ['door.former', 'not applicable', 'version', 'holds for 3.8-3.11, not 3.12.1'],
      ['door.able', 'not applicable', 'capability', 'lacks executors'],
    ])
  })

  test('by the level asked for, or else by the one that the adapter claims', async () => {
    const { level: _, ...modest } = tableAdapter(passes)
    expect(beyond(await run({}))).toEqual([])
    expect(beyond(await runRules({ adapter: modest, rules }))).toEqual(['CPYTHON'])
    expect(beyond(await run({}, 'MUST'))).toEqual(['SHOULD', 'CPYTHON'])
  })

  test('a rule measured since 3.8 holds for what claims to be older', async () => {
    expect(short(await run({ claims: '3.7' }))[0]).toEqual(['door.must', 'pass'])
  })
})

test('on a real clock only the order counts, and a deadlock cannot be seen', async () => {
  const rules = rulesOf(['a', 'MUST** · since 3.8', '1 a', '2 b'], ['b', 'MUST** · since 3.8', '=> deadlock'])
  const adapter = tableAdapter({ 'door.a': finished(['1.003 a', '2.01 b']) }, { clock: 'real' })
  expect(short(await runRules({ adapter, rules }))).toEqual([['door.a', 'pass'], ['door.b', 'not applicable', 'clock', 'deadlock is seen on a virtual clock only']])
})

/** An adapter that answers with `value`, whatever the contract says. */
function odd(value: unknown): Adapter {
  return Object.defineProperty(tableAdapter({}), 'run', { value: async () => value })
}

describe('what the compiler would refuse is refused', () => {
  const adapter = tableAdapter({})
  test('a level that is none', async () => {
    const options: Parameters<typeof runRules>[0] = Object.assign({ adapter, rules: three }, JSON.parse('{"level":"must"}'))
    await expect(runRules(options)).rejects.toThrow(new TypeError('level is "must", and should be one of MUST, SHOULD, CPYTHON'))
  })
  test.each([
    ['{"seconds":"x","steps":1,"output":1}', 'limits.seconds is "x", and should be a number above 0 and at most 86400'],
    ['{"seconds":1e12,"steps":1,"output":1}', 'limits.seconds is 1000000000000, and should be a number above 0 and at most 86400'],
    ['{"seconds":1}', 'limits.steps is missing, and should be a number above 0'],
  ])('limits %s', async (limits, message) => {
    await expect(runRules({ adapter, rules: three, limits: JSON.parse(limits) })).rejects.toThrow(new TypeError(message))
  })
})

test('Node has its turn between programs that never wait', async () => {
  const rules = rulesOf(...Array.from({ length: 200 }, (_, i) => [`r${i}`, 'MUST** · since 3.8', '0 a'] as const))
  const adapter = Object.assign(tableAdapter({}), {
    run: async () => {
      const end = performance.now() + 1
      while (performance.now() < end);
      return finished(['0 a'])
    },
  })
  let turned = false
  let seen = false
  setImmediate(() => { turned = true })
  await runRules({ adapter, rules, onResult: () => { seen ||= turned } })
  expect(seen).toBe(true)
})

describe('an adapter with bad manners costs only the program concerned', () => {
  const others = { 'door.b': finished(['0 b']), 'door.c': finished(['0 c']) }
  const pass = [['door.b', 'pass'], ['door.c', 'pass']]
  const limits = { ...defaultLimits, seconds: 0.01 }

  test('it rejects', async () => {
    const adapter = tableAdapter({ ...others, 'door.a': () => { throw new RangeError('oops') } })
    expect(short(await runRules({ adapter, rules: three }))).toEqual([['door.a', 'error', 'crash', 'adapter table rejected, which it never must: RangeError: oops'], ...pass])
  })
  test('it throws', async () => {
    const adapter = tableAdapter(others)
    const throwing: Adapter = { ...adapter, run(program, limits) { if (program.id === 'door.a') throw new Error('oops'); return adapter.run(program, limits) } }
    expect(short(await runRules({ adapter: throwing, rules: three }))).toEqual([['door.a', 'error', 'crash', 'adapter table threw: Error: oops'], ...pass])
  })
  test.each([
    ['null', null, 'null'], ['no trace', { kind: 'finished', milliseconds: 1 }, "{ kind: 'finished', milliseconds: 1 }"],
    ['lines that are no text', { kind: 'finished', trace: { lines: [1], outcome: '' }, milliseconds: 1 }, "{ kind: 'finished', trace: { lines: [ 1 ], outcome: '' }, milliseconds: 1 }"],
  ])('it answers with %s', async (_, value, text) => {
    const adapter = tableAdapter({ ...others, 'door.a': () => value })
    expect(short(await runRules({ adapter, rules: three }))).toEqual([['door.a', 'error', 'protocol', `adapter table answered with something that is no Run: ${text}`], ...pass])
  })
  test('it answers with what JSON has no text for', async () => {
    const circle: { self?: object } = {}
    circle.self = circle
    const answers: readonly unknown[] = [10n, circle]
    const message = 'adapter table answered with something that is no Run: '
    expect(await Promise.all(answers.map(answer => guardedRun(odd(answer), limits)({ id: 'a', source: '' })))).toEqual([
      { kind: 'faulted', fault: 'protocol', message: `${message}10n` },
      { kind: 'faulted', fault: 'protocol', message: `${message}<ref *1> { self: [Circular *1] }` },
    ])
  })
  test('it answers without a promise', async () => {
    const run = Object.defineProperty(tableAdapter({}), 'run', { value: ({ id }: { readonly id: string }) => id === 'a' ? finished([]) : 5 })
    const runs = await Promise.all(['a', 'b'].map(id => guardedRun(run, limits)({ id, source: '' })))
    expect(runs).toEqual([finished([]), { kind: 'faulted', fault: 'protocol', message: 'adapter table answered with something that is no Run: 5' }])
  })
  test('it never answers one program', async () => {
    const run = guardedRun(tableAdapter({ 'a': 'never', 'b': finished([]) }), limits, 0.02)
    const runs = await Promise.all(['a', 'b'].map(id => run({ id, source: '' })))
    expect(runs).toEqual([{ kind: 'faulted', fault: 'hang', message: 'adapter table did not answer for 0.02 s' }, finished([])])
  })
  test('it falls silent for good', async () => {
    const run = guardedRun(tableAdapter({ 'a': 'never', 'b': 'never', 'c': 'never', 'd': finished([]) }), limits, 0.02)
    const hang = { kind: 'faulted', fault: 'hang', message: 'adapter table did not answer for 0.02 s' }
    expect(await Promise.all(['a', 'b', 'c'].map(id => run({ id, source: '' })))).toEqual([hang, hang, hang])
    expect(await run({ id: 'd', source: '' })).toEqual({ kind: 'faulted', fault: 'hang', message: 'adapter table stopped answering' })
  })
  test('it claims a version that is none', async () => {
    await expect(runRules({ adapter: tableAdapter({}, { claims: 'latest' }), rules: three })).rejects.toThrow(`adapter table claims "latest", which is no asyncio version: write '3.14'`)
  })
})

test('a baseline tells known failures from new ones', async () => {
  const baseline = parseBaseline('{"door.a": {"fault": "crash"}, "door.b": {"line": 1, "expected": ["0 b"], "actual": "0 y"}, "door.c": {"fault": "hang"}}', 'known.json')
  const adapter = tableAdapter({ 'door.a': fault('dead'), 'door.b': finished(['0 x']), 'door.c': finished(['0 c']) })
  expect(short(await runRules({ adapter, rules: three, baseline }))).toEqual([
    ['door.a', 'expected fail', 'error'], ['door.b', 'fail', '0 x'], ['door.c', 'unexpected pass'],
  ])
})

test('where the oracle disagrees with the document too, the suite is wrong', async () => {
  const adapter = tableAdapter({ 'door.a': finished(['0 x']), 'door.b': finished(['0 x']), 'door.c': finished(['0 x']) })
  const oracle = tableAdapter({ 'door.a': finished(['0 a']), 'door.b': finished(['0 y']), 'door.c': fault('gone') }, { name: 'cpython' })
  expect(short(await runRules({ adapter, oracle, rules: three }))).toEqual([
    ['door.a', 'fail', '0 x'], ['door.b', 'suite bug', 'cpython', 'fail'], ['door.c', 'fail', '0 x'],
  ])
})

test('programs on the real clock run after the others, one at a time', async () => {
  const rules = rulesOf(['x', 'MUST** · since 3.8 · clock: real', '0 x'], ['a', 'MUST** · since 3.8', '0 a'], ['y', 'MUST** · since 3.8 · clock: real', '7 y'])
  const begun: string[] = []
  const adapter = tableAdapter({ 'door.a': finished(['0 a']), 'door.x': finished(['0.31 x']), 'door.y': finished(['0.32 y']) })
  const report = await runRules({
    adapter: {
      ...adapter,
      run: async (program, limits) => {
        begun.push(`${program.id} begins on the ${program.clock ?? 'virtual'} clock`)
        await new Promise(resolve => setTimeout(resolve, 2))
        begun.push(`${program.id} ends`)
        return adapter.run(program, limits)
      },
    },
    rules,
  })
  expect(begun).toEqual([
    'door.a begins on the virtual clock', 'door.a ends', 'door.x begins on the real clock', 'door.x ends', 'door.y begins on the real clock', 'door.y ends',
  ])
  expect(short(report)).toEqual([['door.x', 'pass'], ['door.a', 'pass'], ['door.y', 'pass']])
})

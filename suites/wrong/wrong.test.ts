import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { defaultLimits } from '../../adapters/adapter.ts'
import { pyodideAdapter } from '../../adapters/python/pyodide-adapter.ts'
import { loadSpec } from '../../spec/load-spec.ts'
import { allSuites } from '../all-suites.ts'
import { guardedRun } from '../guarded-run.ts'
import { runRules } from '../run-rules.ts'
import { allWrong } from './all-wrong.ts'
import { wrongAdapter } from './wrong-implementation.ts'

const limits = { ...defaultLimits, seconds: 5 }
const { rules } = loadSpec()
const properties = allSuites.flatMap(suite => suite.properties)

let right: Adapter
beforeAll(async () => {
  right = await pyodideAdapter()
}, 60_000)
afterAll(() => right.close())

describe.each(allWrong)('$mistake', wrong => {
  test('the mistake leaves a program in peace that has nothing to do with it', async () => {
    const run = await wrongAdapter(right, wrong).run({ id: 'hello', source: `async def main():\n    log('hello')\n    return 1\n` }, limits)
    expect(run.kind === 'finished' ? run.trace : run).toEqual({ lines: ['0 hello'], outcome: '1' })
  })

  test('its rules notice, by another trace', async () => {
    const concerned = rules.filter(rule => wrong.breaks.includes(rule.id))
    const { results } = await runRules({ adapter: wrongAdapter(right, wrong), rules: concerned, level: 'CPYTHON', limits })
    expect(results.filter(({ verdict }) => verdict.kind === 'fail').map(({ rule }) => rule.id).toSorted()).toEqual(wrong.breaks.toSorted())
  })

  test('its properties notice', { timeout: 60_000 }, async () => {
    const noticed: string[] = []
    for (const property of properties.filter(({ rule }) => wrong.breaksProperties?.includes(rule))) {
      if (await property.counterexample(guardedRun(wrongAdapter(right, wrong), limits)) !== undefined) noticed.push(property.rule)
    }
    expect(noticed.toSorted()).toEqual((wrong.breaksProperties ?? []).toSorted())
  })
})

test('every property notices some mistake', () => {
  const noticing = new Set(allWrong.flatMap(({ breaksProperties = [] }) => breaksProperties))
  expect(properties.map(({ rule }) => rule).filter(rule => !noticing.has(rule))).toEqual([])
})

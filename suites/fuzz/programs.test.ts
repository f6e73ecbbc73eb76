import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { programs } from './programs.ts'

test('a counterexample is small, and shown as the program that it is', () => {
  const { counterexample } = fc.check(fc.property(programs({ focus: 'queues' }), ({ source }) => !source.includes('asyncio.sleep')), { seed: 7, numRuns: 50 })
  const [program] = counterexample ?? []
  expect(fc.stringify(program)).toBe(`\n${program?.source}`)
  expect(program?.source.trimEnd().split('\n').length).toBeLessThanOrEqual(6)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../adapters/adapter.ts'
import { property } from './property.ts'
import { fault, finished } from './test-adapter.ts'

const small = property({
  rule: 'door.small',
  says: 'numbers are small',
  cases: fc.integer({ min: 0, max: 1000 }),
  program: number => `\nasync def main():\n    log(${number})\n`,
  check: (trace, number) => trace.lines[0] === `0 ${number}` ? undefined : `It should say ${number}.`,
})

/** An implementation that logs right up to `limit`. */
function loggingUpTo(limit: number) {
  return async ({ source }: { readonly source: string }): Promise<Run> => finished([`0 ${Math.min(limit, Number(/log\((\d+)\)/.exec(source)?.[1]))}`])
}

test('a property that holds has no counterexample', async () => {
  expect(await small.counterexample(loggingUpTo(1000))).toBeUndefined()
})

test('one that does not shows the smallest program, its trace, and what should have been', async () => {
  const counterexample = await small.counterexample(loggingUpTo(40), { seed: 1 })
  expect(counterexample?.replace(/\d+ programs, \d+ times/, 'n programs, n times')).toBe(`numbers are small: this program shows otherwise.

    async def main():
        log(41)

It should say 41.

Trace:

    0 40
    => None

(seed 1, n programs, n times made smaller)`)
})

test('a program that is not answered with a trace is a counterexample too', async () => {
  expect(await small.counterexample(async () => fault('it died'))).toMatch(/\ncrash: it died\n/)
})

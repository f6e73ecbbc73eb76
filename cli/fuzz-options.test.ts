import { expect, test } from 'vitest'
import { askedOfFuzz } from './fuzz-options.ts'

test('without words: ten thousand programs of a seed by chance', () => {
  const asked = askedOfFuzz([])
  expect(asked).toMatchObject({ adapter: 'reference', against: undefined, runs: 10_000, seconds: undefined, focus: 'all', show: 5, limits: { steps: 10_000, output: 200_000 } })
  expect(asked.seed).toBeGreaterThan(0)
})

test('a time is in seconds, minutes or hours, and bounds the run alone', () => {
  expect(['90', '90s', '5m', '1h'].map((time) => askedOfFuzz(['--time', time])).map(({ seconds, runs }) => [seconds, runs]))
    .toEqual([[90, undefined], [90, undefined], [300, undefined], [3600, undefined]])
})

test('a program of a seed is replayed, a part of it taken', () => {
  expect(askedOfFuzz(['--replay', '7:123'])).toMatchObject({ seed: 7, replay: 123 })
  expect(askedOfFuzz(['--shard', '2/8'])).toMatchObject({ shard: { part: 1, of: 8 } })
})

test.each([
  [['--time', 'soon'], '--time takes seconds, or 60s, 5m, 1h, not "soon"'],
  [['--runs', '1.5'], '--runs takes a whole number, not "1.5"'],
  [['--replay', '7'], '--replay takes SEED:NUMBER, as the report names it, not "7"'],
  [['--shard', '9/8'], '--shard takes I/N, from 1/N to N/N, not "9/8"'],
  [['--merge'], '--merge takes the files that --out wrote'],
  [['program.py'], 'fuzz takes no "program.py"\nUsage: asyncio-conformance fuzz --help'],
  [['--level', 'HIGH'], '--level is one of MUST, SHOULD, CPYTHON, not "HIGH"'],
])('%j is refused', (words, message) => {
  expect(() => askedOfFuzz(words)).toThrow(message)
})

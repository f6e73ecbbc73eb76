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
  [['--runs', '1.5'], '--runs takes a whole number above 0, not "1.5"'],
  [['--time', '1.2.3s'], '--time takes seconds, or 60s, 5m, 1h, not "1.2.3s"'],
  [['--replay', '99999999999999999999:1'], '--replay takes SEED:NUMBER, as the report names it, not "99999999999999999999:1"'],
  [['--size', '1e9'], '--size takes at most 1000, not 1e9'],
  [['--workers', '1e9'], '--workers takes at most 256, not 1e9'],
  [['--without', 'sleeep'], '--without: no construct sleeep: did you mean sleep?\nasyncio-conformance fuzz --constructs lists them.'],
  [['--without', ''], '--without: no construct ""\n'],
  [['--laws', '--corpus', 'x'], '--corpus means nothing with --laws: leave out one of the two'],
  [['--exhaustive', '2', '--runs', '5'], '--runs means nothing with --exhaustive'],
  [['--replay', '1:1', '--seed', '3'], '--seed means nothing with --replay'],
  [['--merge', 'a.json', '--adapter', 'reference'], '--adapter means nothing with --merge'],
  [['--replay', '7'], '--replay takes SEED:NUMBER, as the report names it, not "7"'],
  [['--shard', '9/8'], '--shard takes I/N, from 1/N to N/N, not "9/8"'],
  [['--merge'], '--merge takes the files that --out wrote'],
  [['program.py'], 'fuzz takes no "program.py"\nUsage: asyncio-conformance fuzz --help'],
  [['--level', 'HIGH'], '--level is one of MUST, SHOULD, CPYTHON, not "HIGH"'],
])('%j is refused', (words, message) => {
  expect(() => askedOfFuzz(words)).toThrow(message)
})

import { expect, test } from 'vitest'
import { parseExpectedTrace } from '../spec/parse-expected-trace.ts'
import { baselineText, fingerprint, parseBaseline } from './baseline.ts'

test('a baseline is written sorted, and read back as it was', () => {
  const baseline = new Map([
    ['gather.order', { line: 2, expected: ['0 b'], actual: '0 c' }],
    ['gather.empty', { fault: 'hang' }],
  ])
  const text = baselineText(baseline)
  expect(Object.keys(JSON.parse(text))).toEqual(['gather.empty', 'gather.order'])
  expect(parseBaseline(text, 'known.json')).toEqual(baseline)
})

test('what failed on a real clock is known by its line, not by its time', () => {
  const failure = {
    kind: 'fail', expected: parseExpectedTrace('1 a\n=> None'), actual: { lines: ['1.0042 b'], outcome: 'None' },
    difference: { expectedLine: 1, actualLine: 1, expected: ['1 a'], actual: '1.0042 b' },
  } as const
  expect(fingerprint({ ...failure, times: true })).toEqual({ line: 1, expected: ['1 a'], actual: '1.0042 b' })
  expect(fingerprint({ ...failure, times: false })).toEqual({ line: 1, expected: ['a'], actual: 'b' })
})

test.each([
  ['nonsense', /^known\.json: not JSON: /],
  ['[]', /^known\.json: expected an object of rule ids/],
  ['{"a.b": true}', /^known\.json: "a\.b": expected \{"fault": "…"\} or \{"line": n/],
  ['{"a.b": {"line": "2"}}', /^known\.json: "a\.b": expected /],
])('the malformed file %s is refused with its place', (text, message) => {
  expect(() => parseBaseline(text, 'known.json')).toThrow(message)
})

import { expect, test } from 'vitest'
import { parseExpectedTrace } from './parse-expected-trace.ts'

test('an either has its alternatives with their lines', () => {
  expect(parseExpectedTrace('either {\n} or {\n0 a\n}\n=> raises KeyError(1)').parts).toEqual([
    { kind: 'either', alternatives: [[], [{ text: '0 a', line: 3 }]] },
    { kind: 'line', line: { text: '=> raises KeyError(1)', line: 5 } },
  ])
})

test('a line whose text ends in a brace is no block', () => {
  expect(parseExpectedTrace('0 unordered {\n=> {').parts).toHaveLength(2)
})

test.each([
  ['', 1, `'' is no trace line: write '<time> <text>', '! <report>' or '=> <outcome>'`],
  ['0 a', 1, `a trace ends with its outcome, '=> …'`],
  ['a\n=> None', 1, `'a' is no trace line: write '<time> <text>', '! <report>' or '=> <outcome>'`],
  ['=> None\n0 a\n=> None', 1, 'lines follow the outcome'],
  ['0 a\nunordered {\n0 b', 2, `'unordered {' is never closed by '}'`],
  ['unordered {\n0 b\n} or {\n}\n=> None', 3, `'unordered' has one block: write '}' instead of '} or {'`],
  ['either {\n0 b\n}\n=> None', 1, `'either' has one alternative only: add '} or {'`],
  ['either {\nunordered {\n}\n=> None', 2, `blocks do not nest: 'unordered {'`],
])('%j is refused', (text, line, message) => {
  expect(() => parseExpectedTrace(text)).toThrow(expect.objectContaining({ line, message }))
})

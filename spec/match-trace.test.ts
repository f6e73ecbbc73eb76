import { describe, expect, test } from 'vitest'
import { matchTrace } from './match-trace.ts'
import { parseExpectedTrace } from './parse-expected-trace.ts'

function match(expected: string, actual: readonly string[], outcome = 'None', times = true) {
  return matchTrace(parseExpectedTrace(expected), { lines: actual, outcome }, { times })
}

describe('line by line', () => {
  test('the same lines and outcome match', () => {
    expect(match('0 a\n1.5 b\n! late\n=> None', ['0 a', '1.5 b', '! late'])).toBeUndefined()
  })
  test('the first other line is the difference', () => {
    expect(match('0 a\n0 b\n0 c\n=> None', ['0 a', '0 c', '0 b'])).toEqual({ expectedLine: 2, actualLine: 2, expected: ['0 b'], actual: '0 c' })
  })
  test('a missing line is a difference from what stands there instead', () => {
    expect(match('0 a\n=> None', [])).toEqual({ expectedLine: 1, actualLine: 1, expected: ['0 a'], actual: '=> None' })
  })
  test('a line too many is a difference from the outcome', () => {
    expect(match('=> None', ['0 a'])).toEqual({ expectedLine: 1, actualLine: 1, expected: ['=> None'], actual: '0 a' })
  })
  test('another outcome is a difference', () => {
    expect(match('0 a\n=> None', ['0 a'], 'deadlock')).toEqual({ expectedLine: 2, actualLine: 2, expected: ['=> None'], actual: '=> deadlock' })
  })
  test('times count on a virtual clock and not on a real one', () => {
    expect(match('1 a\n=> None', ['1.002 a'])).toEqual({ expectedLine: 1, actualLine: 1, expected: ['1 a'], actual: '1.002 a' })
    expect(match('1 a\n=> None', ['1.002 a'], 'None', false)).toBeUndefined()
  })
  test('without times, numbers inside the text still count', () => {
    expect(match('1 7 a\n=> None', ['1 8 a'], 'None', false)).toEqual({ expectedLine: 1, actualLine: 1, expected: ['1 7 a'], actual: '1 8 a' })
  })
})

describe('unordered', () => {
  const expected = '0 start\nunordered {\n1 a\n1 b\n1 b\n}\n=> None'

  test('matches every order', () => {
    expect(match(expected, ['0 start', '1 b', '1 a', '1 b'])).toBeUndefined()
  })
  test('wants each line as often as it stands there, and says what is still open', () => {
    expect(match(expected, ['0 start', '1 a', '1 a', '1 b'])).toEqual({ expectedLine: 4, actualLine: 3, expected: ['1 b', '1 b'], actual: '1 a' })
  })
  test('wants all of them', () => {
    expect(match(expected, ['0 start', '1 b', '1 b'])).toEqual({ expectedLine: 3, actualLine: 4, expected: ['1 a'], actual: '=> None' })
  })
})

describe('either', () => {
  const expected = 'either {\n1 a\n} or {\n1 a\n1 b\n} or {\n}\n2 end\n=> None'

  test.each([[['1 a', '2 end']], [['1 a', '1 b', '2 end']], [['2 end']]])('matches the alternative %j', lines => {
    expect(match(expected, lines)).toBeUndefined()
  })
  test('fails where the alternative that went furthest failed', () => {
    expect(match(expected, ['1 a', '1 b', '3 end'])).toEqual({ expectedLine: 8, actualLine: 3, expected: ['2 end'], actual: '3 end' })
  })
  test('names every text that could have stood there', () => {
    expect(match(expected, ['1 a', '1 x'])).toEqual({ expectedLine: 8, actualLine: 2, expected: ['2 end', '1 b'], actual: '1 x' })
  })
})

import { expect, test } from 'vitest'
import { compareVersions, inRange, parseVersion, parseVersionRange, rangesOverlap, rangeText } from './version.ts'

test.each([
  ['3.14', [3, 14, Infinity]], ['3.14.2', [3, 14, 2]], ['3.15.0rc1', [3, 15, 0]], ['3.9.18+', [3, 9, 18]],
])('the claim %s is %j', (text, version) => {
  expect(parseVersion(text)).toEqual(version)
})

test.each(['', '3', 'three', '3.', '3.14.x', 'v3.14', '3.14 beta'])('%j is no version', text => {
  expect(() => parseVersion(text)).toThrow(`'${text}' is not a version: write 3.14 or 3.14.2`)
})

test('versions compare number by number', () => {
  const sorted = ['3.8.18', '3.9', '3.10.0', '3.10.13', '3.10', '4.0']
  expect(sorted.toReversed().toSorted((a, b) => compareVersions(parseVersion(a), parseVersion(b)))).toEqual(sorted)
  expect(compareVersions(parseVersion('3.10'), parseVersion('3.10'))).toBe(0)
})

test.each([
  ['3.8-3.11', '3.11.7', true], ['3.8-3.11', '3.11', true], ['3.8-3.11', '3.12.0', false], ['3.8-3.11', '3.7.9', false],
  ['3.12+', '3.12.0', true], ['3.12+', '4.1', true], ['3.12+', '3.11', false],
  ['3.12', '3.12.9', true], ['3.12', '3.13.0', false],
  ['3.14.0-3.14.2', '3.14.2', true], ['3.14.0-3.14.2', '3.14', false], ['3.14.3+', '3.14', true],
  ['', '2.7', true],
])('in the range %j, %s: %s', (range, version, expected) => {
  expect(inRange(parseVersion(version), parseVersionRange(range))).toBe(expected)
})

test.each(['3.12-', '-3.12', '3', '3.8-3.9-3.10', '3.12-3.11', 'all', '3.15.0rc1+'])('%j is no range', text => {
  expect(() => parseVersionRange(text)).toThrow(RangeError)
})

test.each([
  ['3.8-3.11', '3.12+', false], ['3.8-3.11', '3.11.5+', true], ['3.12+', '3.13', true], ['', '3.8', true], ['3.13.0-3.13.1', '3.13.2+', false],
])('ranges %j and %j overlap: %s', (a, b, expected) => {
  expect(rangesOverlap(parseVersionRange(a), parseVersionRange(b))).toBe(expected)
  expect(rangesOverlap(parseVersionRange(b), parseVersionRange(a))).toBe(expected)
})

test.each(['', '3.12+', '3.13.2+', '3.8-3.11', '3.12', '3.14.0-3.14.2', '3.8-3.13.1'])('the range %j is written as it is read', text => {
  expect(rangeText(parseVersionRange(text))).toBe(text === '3.14.0-3.14.2' ? '3.14-3.14.2' : text)
})

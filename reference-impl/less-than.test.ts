import { expect, test } from 'vitest'
import { TypeError } from './exceptions/errors.ts'
import { lessThan } from './less-than.ts'

test.each<[unknown, unknown, boolean]>([
  [1, 2, true],
  [false, true, true],
  ['Z', 'a', true],
  ['a', 'ab', true],
  ['\u{1F600}', '\uFFFF', false],
  [[1, 'b'], [1, 'a'], false],
  [[1], [1, 0], true],
  [[1, 0], [1], false],
  [[1, null], [2, null], true],
])('%j < %j is %j, as in Python', (a, b, expected) => {
  expect(lessThan(a, b)).toBe(expected)
})

test('an object is asked, first the left one, then the right one the other way round', () => {
  const left = { __lt__: (other: unknown) => other === 1 }
  const right = { __gt__: (other: unknown) => other === 1 }

  expect([lessThan(left, 1), lessThan(left, 2), lessThan(1, right)]).toEqual([true, false, true])
})

test('what has no order is refused, also behind equal items', () => {
  expect(() => lessThan([1, null], [1, 2])).toThrow(new TypeError("'<' not supported between instances of 'NoneType' and 'int'"))
})

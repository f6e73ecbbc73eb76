import { expect, test } from 'vitest'
import { dict, set } from './types.ts'
import { FrozenSet } from './set.ts'
import { Tuple } from './tuple.ts'

class Point {
  readonly x: number

  constructor(x: number) {
    this.x = x
  }

  __eq__(other: unknown): boolean {
    return other instanceof Point && other.x === this.x
  }

  __hash__(): number {
    return this.x
  }
}

test('tuples, frozensets and objects with __eq__ are keys by value, other objects by identity', () => {
  const plain = {}
  const frozen = new FrozenSet().add(1)
  const made = dict([[Tuple.of<unknown>(1, Tuple.of(2)), 'tuple'], [new Point(3), 'point'], [frozen, 'frozen'], [plain, 'plain']])
  const found = [Tuple.of<unknown>(1, Tuple.of(2)), new Point(3), new FrozenSet().add(1), plain, {}, Tuple.of(1)].map((key) => made.get(key))
  expect(found).toEqual(['tuple', 'point', 'frozen', 'plain', undefined, undefined])
})

test('an equal key keeps its place and the object it was first given', () => {
  const first = Tuple.of(1)
  const made = dict([[first, 'a'], ['k', 'b'], [Tuple.of(1), 'c']])
  expect([[...made.keys()][0] === first, [...made.values()]]).toEqual([true, ['c', 'b']])
})

test('what was deleted is gone, by value as well', () => {
  const made = set([Tuple.of(1), Tuple.of(2)])
  made.delete(Tuple.of(1))
  expect([made.size, made.has(Tuple.of(1)), made.has(Tuple.of(2))]).toEqual([1, false, true])
})

test('None is one key, however it is written', () => {
  expect(dict([[null, 'none']]).get(undefined)).toBe('none')
})

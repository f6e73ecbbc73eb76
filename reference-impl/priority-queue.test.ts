import { expect, test } from 'vitest'
import { TypeError } from './exceptions/errors.ts'
import { PriorityQueue } from './priority-queue.ts'

test('tuples come out in the order of their first item that differs', () => {
  const queue = new PriorityQueue<[number, string]>()
  const items: [number, string][] = [[2, 'b'], [1, 'z'], [10, ''], [1, 'a']]
  for (const item of items) queue.putNowait(item)

  expect(items.map(() => queue.getNowait())).toEqual([[1, 'a'], [1, 'z'], [2, 'b'], [10, '']])
})

test('what cannot be compared is refused as Python does', () => {
  const queue = new PriorityQueue<unknown>()
  queue.putNowait(1)

  expect(() => queue.putNowait('a')).toThrow(new TypeError("'<' not supported between instances of 'str' and 'int'"))
})

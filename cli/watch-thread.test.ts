import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watchThread } from './watch-thread.ts'

test('who loops for ever is told so in the middle of the loop', () => {
  const end = performance.now() + 30_000
  const told: string[] = []
  const over = watchThread(0.4, () => void told.push('stuck'))
  while (told.length === 0 && performance.now() < end);
  over()
  expect(told).toEqual(['stuck'])
})

test('who loops over promises alone too', async () => {
  const end = performance.now() + 30_000
  const told: string[] = []
  const over = watchThread(0.4, () => void told.push('stuck'))
  while (told.length === 0 && performance.now() < end) await Promise.resolve()
  over()
  expect(told).toEqual(['stuck'])
})

test('who waits is not, nor who is watched no more', async () => {
  const told: string[] = []
  const over = watchThread(0.2, () => void told.push('stuck'))
  await sleep(1000)
  over()
  const end = performance.now() + 500
  while (performance.now() < end);
  expect(told).toEqual([])
})

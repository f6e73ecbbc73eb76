import { expect, test } from 'vitest'
import { orStuck } from './or-stuck.ts'

const error = (reason: string): Error => new Error(`adapter a: ${reason}`)

test('work that ends is what it comes to', async () => {
  const listeners = process.listenerCount('beforeExit')
  expect(await orStuck(Promise.resolve(1), error)).toBe(1)
  expect(process.listenerCount('beforeExit')).toBe(listeners)
})

test('work that waits for what never comes ends when Node has nothing left to do', async () => {
  const work = orStuck(new Promise(() => {}), error)
  process.emit('beforeExit', 0)
  await expect(work).rejects.toThrow(new Error('adapter a: it waits for something that never comes'))
})

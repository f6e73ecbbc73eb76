import { expect, test } from 'vitest'
import { referenceAdapter } from './reference.ts'

test('limits that are none are refused by who gets them', async () => {
  const limits = JSON.parse('{"seconds":1e12,"steps":1,"output":1}')
  await expect(referenceAdapter().run({ id: '', source: '' }, limits))
    .rejects.toThrow(new TypeError('limits.seconds is 1000000000000, and should be a number above 0 and at most 86400'))
})

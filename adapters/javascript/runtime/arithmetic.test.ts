import { expect, test } from 'vitest'
import { add } from './arithmetic.ts'

test('bytes are joined, however many', () => {
  expect(add(Uint8Array.of(1, 2), Uint8Array.of(3))).toEqual(Uint8Array.of(1, 2, 3))
  const many = add(new Uint8Array(1_000_000), Uint8Array.of(1))
  expect(many instanceof Uint8Array && many.length).toBe(1_000_001)
})

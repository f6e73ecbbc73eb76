import { expect, test } from 'vitest'
import { ByteBuffer } from './byte-buffer.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (data: Uint8Array): string => new TextDecoder().decode(data)

test('bytes come out in the order in which they were put in, in pieces of any size', () => {
  const buffer = new ByteBuffer()
  let put = ''
  let taken = ''
  for (let round = 0; round < 200; round++) {
    const chunk = `${round}`.repeat(round % 7)
    put += chunk
    buffer.extend(bytes(chunk))
    taken += text(buffer.take(round % 5))
    expect(buffer.length).toBe(put.length - taken.length)
  }
  expect(taken + text(buffer.take(10_000))).toBe(put)
})

test('find looks behind what was taken, and not behind what is there', () => {
  const buffer = new ByteBuffer()
  buffer.extend(bytes('a;b;c'))
  buffer.take(2)
  expect([buffer.find(bytes(';'), 0), buffer.find(bytes(';'), 1), buffer.find(bytes(';'), 2), buffer.find(bytes('cd'), 0)]).toEqual([1, 1, -1, -1])
  buffer.clear()
  buffer.extend(bytes('x'))
  expect(buffer.find(bytes(';'), 0)).toBe(-1)
})

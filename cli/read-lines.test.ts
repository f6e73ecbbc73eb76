import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'

async function lines(...chunks: readonly (string | Buffer)[]): Promise<readonly string[]> {
  const all: string[] = []
  for await (const some of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) all.push(...some.map(String))
  return all
}

test('a line is whole wherever it was cut', async () => {
  expect(await lines('a', 'b', 'c\nd', 'e\n\nf\n')).toEqual(['abc', 'de', '', 'f'])
})

test('a character of several bytes may be cut too', async () => {
  const bytes = Buffer.from('né\n')
  expect(await lines(bytes.subarray(0, 2), bytes.subarray(2))).toEqual(['né'])
})

test('the last line needs no end, and an end may be that of Windows', async () => {
  expect(await lines('a\r\nb\r')).toEqual(['a', 'b'])
})

test('nothing is no line', async () => {
  expect(await lines()).toEqual([])
})

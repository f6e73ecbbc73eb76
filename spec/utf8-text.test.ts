import { expect, test } from 'vitest'
import { utf8Text } from './utf8-text.ts'

test('what is UTF-8 is its text, a byte order mark left out', () => {
  expect([utf8Text(Buffer.from('né\n𝄞')), utf8Text(Buffer.from('\uFEFFx\uFEFF')), utf8Text(Buffer.from(''))]).toEqual(['né\n𝄞', 'x\uFEFF', ''])
})

test.each([
  ['a byte of latin-1', [0x61, 0x0A, 0xE9, 0x0A], '0xe9 in position 2 (line 2)'],
  ['the first byte', [0xFF, 0xFE], '0xff in position 0'],
  ['a character that is cut short', [0x61, 0xC3], '0xc3 in position 1'],
  ['one that begins as U+FFFD does', [0x0A, 0x0A, 0xEF, 0xBF, 0x41], '0xef in position 2 (line 3)'],
  ['half of a surrogate pair', [0x61, 0xED, 0xA0, 0x80], '0xed in position 1'],
  ['one behind a U+FFFD that was there', [0xEF, 0xBF, 0xBD, 0x80], '0x80 in position 3'],
])('%s is refused with its place', (_, bytes, place) => {
  expect(() => utf8Text(Buffer.from(bytes))).toThrow(new Error(`'utf-8' codec can't decode byte ${place}; write it as UTF-8`))
})

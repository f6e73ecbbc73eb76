import { expect, test } from 'vitest'
import { bytesMethods } from './bytes-methods.ts'
import { repr } from './repr.ts'
import { Tuple } from './tuple.ts'
import { bytes } from './types.ts'

const on = (text: string, method: string, ...args: unknown[]): string => {
  const made = bytes(text)
  return made instanceof Uint8Array ? repr(bytesMethods[method]?.(made, ...args)) : 'no bytes'
}

test('bytes have the methods of text, with bytes for texts', () => {
  expect([
    on('a b', 'split'), on('a=1', 'partition', bytes('=')), on(' a\n', 'strip'), on('ab', 'startswith', Tuple.of(bytes('x'), bytes('a'))),
    on(', ', 'join', [bytes('a'), bytes('b')]), on('aXa', 'replace', bytes('X'), bytes('é')), on('é', 'find', bytes('é')),
  ]).toEqual(["[b'a', b'b']", "(b'a', b'=', b'1')", "b'a'", 'True', "b'a, b'", "b'a\\xe9a'", '0'])
})

test('only ASCII letters have a case', () => {
  expect([on('aé', 'upper'), on('AÉ', 'lower')]).toEqual(["b'A\\xe9'", "b'a\\xc9'"])
})

import { expect, test } from 'vitest'
import type { Adapter } from '../adapters/adapter.ts'
import type { Answer } from './same-trace.ts'
import { sideBySide } from './side-by-side.ts'
import { style } from './style.ts'

const plain = style(false)

function answer(name: string, lines: readonly string[], clock: Adapter['clock'] = 'virtual'): Answer {
  const run = { kind: 'finished', trace: { lines, outcome: 'None' }, milliseconds: 1 } as const
  return { adapter: { name, claims: '3.14', clock, lacks: [], run: async () => run, close: async () => {} }, run, clock }
}

test('adapters that agree share one trace', () => {
  expect(sideBySide([answer('a', ['0 x']), answer('b', ['0 x'])], 60, plain)).toBe('a, b\n  0 x\n  => None\n')
})

test('the first line that differs is marked', () => {
  const drawn = sideBySide([answer('a', ['0 x', '1 y']), answer('b', ['0 x', '1 z', '2 w'])], 41, plain)
  expect(drawn).toBe([
    '  a                  │ b',
    '  0 x                │ 0 x',
    '≠ 1 y                │ 1 z',
    '  => None            │ 2 w',
    '                     │ => None',
    '',
  ].join('\n'))
})

test('a line longer than its column goes on below', () => {
  expect(sideBySide([answer('a', ['0 abcdefghijklmnop']), answer('b', [])], 29, plain)).toBe([
    '  a            │ b',
    '≠ 0 abcdefghij │ => None',
    '  klmnop       │',
    '  => None      │',
    '',
  ].join('\n'))
})

test('on a real clock only the order of lines counts', () => {
  expect(sideBySide([answer('a', ['0 x']), answer('b', ['0.013 x'], 'real')], 60, plain)).toBe('a, b\n  0 x\n  => None\n')
})

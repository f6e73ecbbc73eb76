import { expect, test } from 'vitest'
import { recordedText } from './recorded-text.ts'

const ab = { lines: ['0 a', '0 b'], outcome: 'None' }
const open = 'unordered {\n0 b\n0 a\n}\n=> None'

test('what nobody has written yet is recorded as printed', () => {
  expect(recordedText([{ range: '', text: '' }], 'virtual')('3.13.0', ab)).toBe('0 a\n0 b\n=> None')
})

test('an open order that allows the trace stays, also for a version that it was not written for', () => {
  const text = recordedText([{ range: '3.8-3.11', text: open }], 'virtual')
  expect([text('3.11.7', ab), text('3.15.0', ab)]).toEqual([open, open])
})

test('of two that allow it the one for the version is taken', () => {
  const plain = '0 a\n0 b\n=> None'
  const text = recordedText([{ range: '3.8-3.11', text: open }, { range: '3.12+', text: plain }], 'virtual')
  expect([text('3.9.18', ab), text('3.12.1', ab)]).toEqual([open, plain])
})

test('what does not allow the trace gives way to it', () => {
  expect(recordedText([{ range: '', text: '0 a\n=> None' }], 'virtual')('3.13.0', ab)).toBe('0 a\n0 b\n=> None')
})

test('on the real clock times are not compared', () => {
  const written = '0 a\n5 b\n=> None'
  expect(recordedText([{ range: '', text: written }], 'real')('3.13.0', ab)).toBe(written)
})

import { expect, test } from 'vitest'
import { measuredRanges, type Measurement } from './measured-ranges.ts'

const printed = (version: string, line: string): Measurement =>
  ({ version, run: { kind: 'finished', trace: { lines: [line], outcome: 'None' }, milliseconds: 0 } })
const refused = (version: string): Measurement =>
  ({ version, run: { kind: 'faulted', fault: 'refused', message: 'invalid syntax' } })

test('one trace on every version needs no range', () => {
  expect(measuredRanges([printed('3.8.18', '0 a'), printed('3.14.2', '0 a')])).toEqual({
    since: '3.8', changed: [], traces: [{ range: '', versions: ['3.8.18', '3.14.2'], text: '0 a\n=> None' }],
  })
})

test('a trace that changed has a range on each side, and the version of the change', () => {
  expect(measuredRanges([printed('3.13.0', '0 new'), printed('3.11.7', '0 old'), printed('3.12.1', '0 new')])).toEqual({
    since: '3.11', changed: ['3.12'], traces: [
      { range: '3.11', versions: ['3.11.7'], text: '0 old\n=> None' },
      { range: '3.12+', versions: ['3.12.1', '3.13.0'], text: '0 new\n=> None' },
    ],
  })
})

test('a version that cannot parse the program or lacks what it uses is before its time', () => {
  const measured = measuredRanges([
    refused('3.9.18'), printed('3.10.13', "0 AttributeError(\"module 'asyncio' has no attribute 'timeout'\")"), printed('3.11.7', '0 a'),
  ])
  expect(measured).toEqual({ since: '3.11', changed: [], traces: [{ range: '', versions: ['3.11.7'], text: '0 a\n=> None' }] })
})

test('two patches of one minor version that differ are told apart by patch', () => {
  const measured = measuredRanges([printed('3.12.1', '0 old'), printed('3.12.7', '0 new'), printed('3.13.0', '0 new')])
  expect(measured.traces.map(trace => trace.range)).toEqual(['3.12.0-3.12.1', '3.12.7+'])
  expect(measured.changed).toEqual(['3.12.7'])
})

test('a program that no version runs is an error with the reason', () => {
  expect(() => measuredRanges([refused('3.13.0')])).toThrow('no CPython runs it: invalid syntax')
})

test('traces that are to be one text are one range', () => {
  const measured = measuredRanges([printed('3.12.1', '0 a'), printed('3.13.0', '0 b')], () => 'open')
  expect(measured.traces).toEqual([{ range: '', versions: ['3.12.1', '3.13.0'], text: 'open' }])
})

test('a version that crashes is before its time, and the first patch that does not begins the rule', () => {
  const crashed: Measurement = { version: '3.12.1', run: { kind: 'faulted', fault: 'crash', message: 'SIGSEGV' } }
  expect(measuredRanges([crashed, printed('3.12.7', '0 a'), printed('3.13.0', '0 a')]).since).toBe('3.12.7')
})

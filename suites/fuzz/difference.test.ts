import { describe, expect, test } from 'vitest'
import type { Run } from '../../adapters/adapter.ts'
import { differenceOf } from './difference.ts'

const run = (...lines: string[]): Run => ({ kind: 'finished', trace: { lines: lines.slice(0, -1), outcome: lines.at(-1) ?? '' }, milliseconds: 1 })

const called = (text: string): Run => run(`0 k2(${text}): ValueError()`, 'None')

describe('two runs', () => {
  test('agree when their traces are the same', () => {
    expect(differenceOf(run('0 a', 'None'), run('0 a', 'None'))).toBeUndefined()
  })

  test('differ at the first line that is another', () => {
    expect(differenceOf(run('0 a', '1 c1.2', 'None'), run('0 a', '2 c1.2', 'None'))).toEqual({ line: 1, texts: ['1 c1.2', '2 c1.2'], kind: 'L ≠ L' })
  })

  test('differ where one has ended', () => {
    expect(differenceOf(run('0 a', 'None'), run('None'))?.texts).toEqual(['0 a', '=> None'])
  })

  test('differ when one has no trace', () => {
    expect(differenceOf({ kind: 'faulted', fault: 'hang', message: 'too long' }, run('None'))?.kind).toBe('hang: too long ≠ => None')
  })

  test('on real clocks are compared without their times', () => {
    expect(differenceOf(run('0.1 a', 'None'), run('0.2 a', 'None'), { times: false })).toBeUndefined()
  })

  test('agree in any order within an instant when the order is open', () => {
    const [a, b] = [run('0 a', '0 b', '1 c', 'None'), run('0 b', '0 a', '1 c', 'None')]
    expect(differenceOf(a, b)?.line).toBe(0)
    expect(differenceOf(a, b, { exact: false })).toBeUndefined()
  })

  test('are not compared in the end of a text that is cut short: a place may be there', () => {
    expect(differenceOf(called('<Task finishe...arness.py:541>'), called('<Task finishe...t <string>:18>'))).toBeUndefined()
    expect(differenceOf(called('<Task cancell...program.py:6>>'), called('<Task cancell...<main() done>>'))).toBeUndefined()
    expect(differenceOf(called('<Task cancell...program.py:6>>'), called('<Task pending...program.py:6>>'))?.line).toBe(0)
  })

  test('are not compared in what a function went on to do that was thrown away on the other side', () => {
    const collectedAtOnce = run('0 main.1', '0 c2.1 GeneratorExit()', '0 c2.2', '0 send None 0', 'None')
    const collectedLater = run('0 main.1', "! Exception ignored: RuntimeError('no running event loop')", '! c2.1 GeneratorExit()', 'None')
    expect(differenceOf(collectedAtOnce, collectedLater)).toBeUndefined()
    expect(differenceOf(run('0 main.1', '0 c3.1', '0 c2.2', 'None'), collectedLater)?.texts).toEqual(['0 c3.1', '=> None'])
  })

  test('are not compared in what finalizers report after a task was destroyed', () => {
    const destroyed = '! Task was destroyed but it is pending!'
    expect(differenceOf(run('0 a', destroyed, '! b', 'None'), run('0 a', destroyed, 'None'))).toBeUndefined()
    expect(differenceOf(run('0 a', '! handler Task was destroyed but it is pending! None', '! b', 'None'), run('0 a', 'None'))).toBeUndefined()
    expect(differenceOf(run('0 a', '! main.1', 'None'), run('0 a', '4 main.1', destroyed, 'None'))).toBeUndefined()
    expect(differenceOf(run('0 main.1', '! main.1', 'None'), run('0 main.1', destroyed, 'None'))).toBeUndefined()
    expect(differenceOf(run('0 a', '! c2.6 one', 'None'), run('0 a', '0 c2.6 two', 'None'))).toBeUndefined()
    expect(differenceOf(run('0 a', '! Patient', 'None'), run('0 a', 'None'))).toBeUndefined()
    expect(differenceOf(run('! handler Task exception was never retrieved KeyError(1)', 'None'), run('! Task exception was never retrieved: KeyError(1)', 'None'))).toBeUndefined()
    expect(differenceOf(run('0 a', '! b', 'None'), run('0 a', 'None'))?.texts).toEqual(['! b', '=> None'])
  })
})

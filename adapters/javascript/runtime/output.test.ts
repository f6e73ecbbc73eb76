import { expect, test } from 'vitest'
import { makeOutput } from './output.ts'
import { PySet } from './set.ts'
import { Tuple } from './tuple.ts'

function trace(program: (output: ReturnType<typeof makeOutput>, pass: (seconds: number) => void) => void): string[] {
  const lines: string[] = []
  let now = 0
  const output = makeOutput({ now: () => now, emit: (line) => lines.push(line) })
  program(output, (seconds) => { now += seconds })
  output.flush()
  return lines
}

test('log writes texts bare, everything else as its repr, sets in the order of their reprs', () => {
  const set = new PySet()
  for (const element of ['b', 10, 9, 'a']) set.add(element)
  expect(trace(({ log }) => log('a', null, 'b c', [1.5, 'x', undefined], Tuple.of(1), set))).toEqual(["0 a None b c [1.5, 'x', None] (1,) {'a', 'b', 10, 9}"])
})

test('a time has nine decimals at most, and none when it is whole', () => {
  expect(trace(({ log }, pass) => {
    pass(0.1)
    pass(0.2)
    log('a')
    pass(0.7)
    log('b')
  })).toEqual(['0.3 a', '1 b'])
})

test('a line break in a logged value is written \\n, in a printed one it begins a line', () => {
  expect(trace(({ log, print }) => {
    log('a\nb')
    print('a\nb')
  })).toEqual(['0 a\\nb', '0 a', '0 b'])
})

test('print keeps an unfinished line, which has the time of its end', () => {
  expect(trace(({ print }, pass) => {
    print('a', 1, { end: '' })
    pass(2)
    print('b', [null], { sep: '-' })
    print()
    print('c', { end: ';' })
  })).toEqual(['2 a 1b-[None]', '2 ', '2 c;'])
})

test('addresses that a program prints are not those of one machine', () => {
  expect(trace(({ print }) => print('at 0x7f00ab12'))).toEqual(['0 at 0x…'])
})

import { describe, expect, test } from 'vitest'
import { matchTrace } from '../spec/match-trace.ts'
import { parseExpectedTrace } from '../spec/parse-expected-trace.ts'
import type { DrawingOptions } from './drawing.ts'
import { drawMismatch } from './drawing.ts'

function draw(text: string, lines: readonly string[], outcome = 'None', options: DrawingOptions = {}): string {
  const [expected, actual] = [parseExpectedTrace(text), { lines, outcome }]
  const difference = matchTrace(expected, actual, { times: true })
  if (!difference) throw new Error('the traces match')
  return '\n' + drawMismatch({ difference, expected, actual, times: true }, options) + '\n'
}

test('a line that comes too late is missing in its place and unexpected in the other', () => {
  expect(draw(`0 a starts\n0 b starts\n1 b ends\n1 caught ValueError('b')\n3 a ends\n=> None`, ['0 a starts', '0 b starts', '1 b ends', '3 a ends', `3 caught ValueError('b')`])).toBe(`
    expected                 │ actual
    0 a starts               │ 0 a starts
    0 b starts               │ 0 b starts
    1 b ends                 │ 1 b ends
  ✗ 1 caught ValueError('b') │
    3 a ends                 │ 3 a ends
  ·                          │ 3 caught ValueError('b')
    => None                  │ => None

    time  a       b       caught
       0  starts
                  starts
       1          ends
✗ -    1                  ValueError('b')
       3  ends
  +    3                  ValueError('b')
          => None
`)
})

test('an open order shows what could have stood there', () => {
  expect(draw('0 go\nunordered {\n1 a\n1 b\n1 c\n}\n2 end\n=> None', ['0 go', '1 c', '1 c', '2 end'])).toBe(`
    expected │ actual
    0 go     │ 0 go
    1 c      │ 1 c
  ✗ 1 a      │ 1 c
  · 1 b      │
    2 end    │ 2 end
    => None  │ => None
    or        1 b

    time  go  c  a  b  end
       0  •
       1      •
✗ -    1         •
  -    1            •
✗ +    1      •
       2               •
          => None
`)
})

test('a long line is cut in the table and whole below it', () => {
  const group = `raises ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a'), KeyError('b')])`
  expect(draw('0 hello\n=> None', ['0 hello'], group, { columns: 60 })).toBe(`
    expected │ actual
    0 hello  │ 0 hello
  ✗ => None  │ => raises ExceptionGroup('unhandled errors i…

    expected  => None
    actual    => raises ExceptionGroup('unhandled errors in
              a TaskGroup', [ValueError('a'),
              KeyError('b')])
`)
})

describe('whatever the traces are', () => {
  const long = Array.from({ length: 60 }, (_, i) => `${i} worker-${i % 3} ${'tick '.repeat(30)}${i}`)
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [`${long.join('\n')}\n=> None`, long.map(line => line.replace(/40$/, '41'))],
    ['=> None', long],
    [`${long.join('\n')}\n=> None`, []],
  ]

  test.each([100, 60])('no line is longer than %i columns, and no drawing than 60 lines', columns => {
    for (const [text, lines] of cases) {
      const drawn = draw(text, lines, 'None', { columns }).split('\n')
      expect(Math.max(...drawn.map(line => [...line].length))).toBeLessThanOrEqual(columns)
      expect(drawn.length).toBeLessThanOrEqual(60)
    }
  })

  test('colours change nothing but colours', () => {
    const escape = new RegExp(String.raw`\x1B\[\d+m`, 'g')
    for (const [text, lines] of cases) {
      const drawn = draw(text, lines, 'None', { colours: true })
      expect(drawn).toMatch(escape)
      expect(drawn.replace(escape, '').replaceAll(/ +$/gm, '')).toBe(draw(text, lines).replaceAll(/ +$/gm, ''))
    }
  })
})

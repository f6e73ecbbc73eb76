import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { defaultLimits, type Adapter, type Run } from '../adapters/adapter.ts'
import type { Clock } from '../spec/rule.ts'
import { batch } from './batch.ts'
import { exitCode } from './exit-code.ts'

/** Prints the program's text, as late as its digits say. */
function echo(name: string, answer: (source: string, clock?: Clock) => Run = finished): Adapter {
  return {
    name,
    claims: '3.14',
    clock: 'virtual',
    lacks: [],
    run: async ({ source, clock }) => {
      await new Promise((resolve) => {
        setTimeout(resolve, Number(/\d+/.exec(source)?.[0] ?? 0))
      })
      return answer(source, clock)
    },
    close: async () => {},
  }
}

function finished(source: string): Run {
  return { kind: 'finished', trace: { lines: [`0 ${source}`], outcome: 'None' }, milliseconds: 1 }
}

async function answers(input: Iterable<string | Buffer>, ...adapters: readonly Adapter[]) {
  const stdout = new PassThrough()
  const output = text(stdout)
  const code = await batch(adapters, defaultLimits, 'virtual', { stdin: Readable.from(input), stdout })
  stdout.end()
  return { code, lines: (await output).split('\n').slice(0, -1).map((line): unknown => JSON.parse(line)) }
}

test('answers come in the order of the questions, whichever is ready first', async () => {
  expect(await answers(['{"id":"a","program":"20"}\n{"id":7,"program":"1"}\n'], echo('x'))).toEqual({
    code: exitCode.asExpected,
    lines: [
      { id: 'a', adapter: 'x', trace: ['0 20'], outcome: 'None' },
      { id: 7, adapter: 'x', trace: ['0 1'], outcome: 'None' },
    ],
  })
})

test('a line that is no program is answered with its number and harms no other', async () => {
  const { code, lines } = await answers(['{"id":\n\n[]\n{"id":1}\n{"program":3}\n{"id":{},"program":""}\n{"program":"p"}\n{"program":"","clock":"sun"}'], echo('x'))
  expect(code).toBe(exitCode.badInput)
  expect(lines.slice(1)).toEqual([
    { line: 3, error: 'not an object: {"id":"a","program":"…"}' },
    { line: 4, error: '"program" is missing' },
    { line: 5, error: '"program" is number, and should be the text of a Python program' },
    { line: 6, error: '"id" is object, and should be a string or a number' },
    { id: 7, adapter: 'x', trace: ['0 p'], outcome: 'None' },
    { line: 8, error: '"clock" is "sun", and should be "virtual" or "real"' },
  ])
})

test('a line that is no UTF-8 is told with its byte and harms no other; a byte order mark does no harm', async () => {
  const bytes = Buffer.concat([Buffer.from('\uFEFF{"program":"p"}\n{"program":"'), Buffer.from([0xE9]), Buffer.from('"}\n{"program":"é"}')])
  expect((await answers([bytes], echo('x'))).lines).toEqual([
    { id: 1, adapter: 'x', trace: ['0 p'], outcome: 'None' },
    { line: 2, error: "not JSON: 'utf-8' codec can't decode byte 0xe9 in position 12; write it as UTF-8" },
    { id: 3, adapter: 'x', trace: ['0 é'], outcome: 'None' },
  ])
})

test('an id that would come back as another is refused', async () => {
  const { code, lines } = await answers(['{"id":12345678901234567890,"program":"p"}\n{"id":1e999,"program":"p"}\n{"id":-1.5,"program":"p"}'], echo('x'))
  const error = '"id" is a number that would not come back as it is: write it as a string'
  expect([code, lines]).toEqual([exitCode.badInput, [{ line: 1, error }, { line: 2, error }, { id: -1.5, adapter: 'x', trace: ['0 p'], outcome: 'None' }]])
})

test('a line may name its clock', async () => {
  const clock = echo('x', (_, named) => finished(String(named)))
  expect((await answers(['{"program":"","clock":"real"}\n{"program":""}'], clock)).lines).toEqual([
    { id: 1, adapter: 'x', trace: ['0 real'], outcome: 'None' },
    { id: 2, adapter: 'x', trace: ['0 virtual'], outcome: 'None' },
  ])
})

test('nothing asked, nothing answered', async () => {
  expect(await answers([], echo('x'))).toEqual({ code: exitCode.asExpected, lines: [] })
})

test('adapters that differ are a failure, a refused program is bad input', async () => {
  const other = echo('y', (source) => (source === 'bad' ? { kind: 'faulted', fault: 'refused', message: '1:1: no' } : finished('other')))
  expect((await answers(['{"program":"p"}'], echo('x'), other)).code).toBe(exitCode.failed)
  expect(await answers(['{"program":"bad"}'], other)).toEqual({
    code: exitCode.badInput,
    lines: [{ id: 1, adapter: 'y', fault: 'refused', message: '1:1: no' }],
  })
})

test('thousands of programs, cut anywhere, are answered each once', async () => {
  const input = Array.from({ length: 3000 }, (_, index) => `{"id":${index},"program":"é"}\n`).join('')
  const pieces = Array.from({ length: Math.ceil(input.length / 1000) }, (_, index) => input.slice(index * 1000, (index + 1) * 1000))
  const { lines } = await answers(pieces, echo('x'))
  expect(lines).toEqual(Array.from({ length: 3000 }, (_, id) => ({ id, adapter: 'x', trace: ['0 é'], outcome: 'None' })))
})

import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { capabilities } from '../spec/capability.ts'
import { readAnswer, readHello } from './stdio-protocol.ts'

const schema: unknown = JSON.parse(readFileSync(new URL('../spec/adapter-protocol.schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020()
ajv.addSchema(Object(schema), 'protocol')

const kinds = ['hello', 'request', 'answer'] as const

function fitsSchema(kind: typeof kinds[number], line: string): boolean {
  return ajv.validate(`protocol#/$defs/${kind}`, JSON.parse(line)) === true
}

const hello = { protocol: 1, name: 'x-1', version: '1', claims: '3.14', clock: 'virtual', lacks: [] }
const answer = { id: '1', trace: ['0 a'], outcome: 'None', milliseconds: 0 }

describe('the reader and the schema agree', () => {
  test.each([
    hello, { ...hello, level: 'CPYTHON' }, { ...hello, lacks: capabilities }, { ...hello, more: 1 },
    { ...hello, protocol: 2 }, { ...hello, name: '' }, { ...hello, version: 1 }, { ...hello, claims: '3' }, { ...hello, clock: 'slow' },
    { ...hello, level: 'MAY' }, { ...hello, lacks: ['patience'] }, { ...hello, lacks: 'threads' }, {}, [], null, 'hello',
  ])('on the hello %j', message => {
    const line = JSON.stringify(message)
    expect(!('kind' in readHello(line))).toBe(fitsSchema('hello', line))
  })

  test.each([
    answer, { id: '1', fault: 'refused', message: 'no' },
    { ...answer, id: 1 }, { ...answer, trace: 'x' }, { ...answer, trace: [1] }, { ...answer, outcome: null }, { ...answer, milliseconds: '1' },
    { id: '1' }, { id: '1', fault: 'sloth', message: 'no' }, [], null,
  ])('on the answer %j', message => {
    const line = JSON.stringify(message)
    expect(readAnswer(line).kind !== 'rubbish').toBe(fitsSchema('answer', line))
  })
})

test('every line shown on the page fits the schema', () => {
  const page = readFileSync(new URL('../spec/adapter-protocol.md', import.meta.url), 'utf8')
  const shown = [...page.matchAll(/```json\n(.*)\n```/g)].map(([, line = '']) => line)
  expect(shown.map(line => kinds.filter(kind => fitsSchema(kind, line)))).toEqual([['hello'], ['request'], ['answer'], ['answer']])
})

import { expect, test } from 'vitest'
import { oneOf, parseOptions, positive } from './parse-options.ts'

const options = { adapter: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const

test('an unknown option is named, with the one that was meant', () => {
  expect(() => parseOptions('run', ['--adaptor', 'x'], options)).toThrow(
    'unknown option --adaptor: did you mean --adapter?\nUsage: asyncio-conformance run --help',
  )
})

test('an unknown short option is named', () => {
  expect(() => parseOptions('run', ['-z'], options)).toThrow('unknown option -z\nUsage: asyncio-conformance run --help')
})

test('an option without its value says so', () => {
  expect(() => parseOptions('run', ['--adapter'], options)).toThrow(
    '--adapter takes a value\nUsage: asyncio-conformance run --help',
  )
})

test('a word outside the choice is refused with the choice', () => {
  expect(() => oneOf('--level', 'must', ['MUST', 'SHOULD'])).toThrow('--level is one of MUST, SHOULD, not "must"')
})

test('a number that is none is refused', () => {
  expect(() => positive('--limit-seconds', 'soon')).toThrow('--limit-seconds takes a number above 0, not "soon"')
})

test('a negative number is the value of the option before it', () => {
  expect(parseOptions('run', ['--adapter', '-1', '--json', '--', '--adapter', '-2'], options)).toMatchObject({ values: { adapter: ['-1'], json: true }, positionals: ['--adapter', '-2'] })
})

test('an option in the place of a value is none', () => {
  expect(() => parseOptions('run', ['--adapter', '--json'], options)).toThrow('--adapter takes a value\nUsage: asyncio-conformance run --help')
})

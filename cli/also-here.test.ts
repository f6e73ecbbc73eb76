import { expect, test } from 'vitest'
import { alsoHere } from './also-here.ts'

const machine = [
  { name: 'reference', implementation: 'the reference implementation', version: '3.14' },
  { name: 'pyodide', implementation: 'CPython in WebAssembly', missing: 'not installed' },
  { name: 'python:/bin/python3', implementation: 'CPython 3.11.2', version: '3.11.2' },
  { name: 'python:/opt/python3', implementation: 'CPython 3.13.0', version: '3.13.0' },
]

test('what was not used is offered with the name to give, what is missing with the way out', () => {
  expect(alsoHere(machine, ['reference'])).toEqual([
    'Also on this machine:',
    '  --adapter python:/bin/python3  CPython 3.11.2',
    '  --adapter python:/opt/python3  CPython 3.13.0',
    'Not on this machine: pyodide (not installed)',
  ])
})

test('of many the first are named', () => {
  const pythons = Array.from({ length: 9 }, (_, index) => ({ name: `python:/opt/${index}`, implementation: `CPython 3.${index}`, version: `3.${index}` }))
  expect(alsoHere(pythons, ['python:/opt/0'])).toEqual([
    'Also on this machine:',
    ...[1, 2, 3, 4, 5, 6].map((index) => `  --adapter python:/opt/${index}  CPython 3.${index}`),
    '  and 2 more: asyncio-conformance adapters',
  ])
})

test('a Python that was used under another name is not offered again', () => {
  expect(alsoHere(machine.slice(2), ['python', 'cpython-3.11.2'])).toEqual([
    'Also on this machine:',
    '  --adapter python:/opt/python3  CPython 3.13.0',
  ])
})

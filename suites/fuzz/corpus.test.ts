import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { defaultLimits } from '../../adapters/adapter.ts'
import { readCorpus, replayCorpus, writeCorpus, type CorpusEntry } from './corpus.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'corpus-')) })
afterEach(() => rmSync(folder, { recursive: true }))

const entry: CorpusEntry = { name: 'a', program: 'log(1)\n', trace: { lines: ['0 1'], outcome: 'None' }, oracle: 'cpython-3.14.2', found: 'mine', seed: '1:2' }

function saying(line: string): Adapter {
  return { name: 'mine', claims: '3.14', clock: 'virtual', lacks: [], close: async () => {}, run: async () => ({ kind: 'finished', trace: { lines: [line], outcome: 'None' }, milliseconds: 0 }) }
}

test('a finding is read as it was written', () => {
  writeCorpus(join(folder, 'new'), entry)
  expect(readCorpus(join(folder, 'new'))).toEqual([entry])
})

test('a folder that is not there has no findings', () => {
  expect(readCorpus(join(folder, 'none'))).toEqual([])
})

test('a file that is no finding is named', () => {
  writeFileSync(join(folder, 'b.json'), '{}')
  expect(() => readCorpus(folder)).toThrow('b.json is no finding: it has program, trace, oracle, found and seed')
  writeFileSync(join(folder, 'b.json'), JSON.stringify({ ...entry, trace: { lines: [1], outcome: 'None' } }))
  expect(() => readCorpus(folder)).toThrow('b.json is no finding')
  writeFileSync(join(folder, 'b.json'), 'x')
  expect(() => readCorpus(folder)).toThrow(`cannot read ${join(folder, 'b.json')}: `)
})

test('what an implementation gets wrong again is told, with the difference', async () => {
  expect(await replayCorpus([entry], saying('0 1'), defaultLimits)).toEqual([])
  expect((await replayCorpus([entry], saying('0 2'), defaultLimits)).map(({ difference }) => difference.texts)).toEqual([['0 2', '0 1']])
})

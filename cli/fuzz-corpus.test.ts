import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultLimits } from '../adapters/adapter.ts'
import { referenceAdapter } from '../adapters/reference.ts'
import { packageFolder } from '../spec/load-spec.ts'
import { readCorpus, replayCorpus } from '../suites/fuzz/corpus.ts'
import { openCorpus } from './fuzz-corpus.ts'

const corpus = readCorpus(join(packageFolder(), 'suites/fuzz/corpus'))

test('there are findings', () => {
  expect(corpus.map(({ name }) => name)).toContain('anext-with-default')
})

test('the reference leaves the traces that CPython left on what was once found', async () => {
  expect(await replayCorpus(corpus, referenceAdapter(), defaultLimits)).toEqual([])
})

test('where findings could not be kept is known before the run; a folder that could be made is not there after it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  try {
    expect(() => openCorpus(file)).toThrow(`--corpus: cannot read ${file}: ENOTDIR`)
    expect(() => openCorpus(join(file, 'x'))).toThrow(`--corpus: cannot read ${join(file, 'x')}: ENOTDIR`)
    expect(() => openCorpus('')).toThrow('--corpus: cannot keep findings in "": ENOENT')
    expect(openCorpus(join(folder, 'new/er')).findings).toEqual([])
    expect(existsSync(join(folder, 'new'))).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

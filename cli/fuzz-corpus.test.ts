import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultLimits } from '../adapters/adapter.ts'
import { referenceAdapter } from '../adapters/reference.ts'
import { packageFolder } from '../spec/load-spec.ts'
import { readCorpus, replayCorpus } from '../suites/fuzz/corpus.ts'

const corpus = readCorpus(join(packageFolder(), 'suites/fuzz/corpus'))

test('there are findings', () => {
  expect(corpus.map(({ name }) => name)).toContain('anext-with-default')
})

test('the reference leaves the traces that CPython left on what was once found', async () => {
  expect(await replayCorpus(corpus, referenceAdapter(), defaultLimits)).toEqual([])
})

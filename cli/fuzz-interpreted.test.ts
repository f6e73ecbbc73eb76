import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultLimits } from '../adapters/adapter.ts'
import { referenceAdapter } from '../adapters/reference.ts'
import { packageFolder } from '../spec/load-spec.ts'
import { readCorpus, replayCorpus } from '../suites/fuzz/corpus.ts'
import { differenceOf } from '../suites/fuzz/difference.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import { mixture } from '../suites/fuzz/mixture.ts'
import { focuses } from '../suites/fuzz/program-options.ts'
import { parseTree } from '../suites/fuzz/python-tree.ts'
import { seeded } from '../suites/fuzz/random.ts'

const interpreting = referenceAdapter()
const compiling = referenceAdapter({ interprets: false })

test.each(focuses)('programs about %s do the same interpreted and compiled', async focus => {
  const mix = mixture({ focus })
  for (let index = 0; index < 60; index++) {
    const program = programOf(`5:${index}`, generateTree(seeded(5, index), mix))
    const [interpreted, compiled] = await Promise.all([interpreting.run(program, defaultLimits), compiling.run(program, defaultLimits)])
    expect(differenceOf(interpreted, compiled), program.source).toBeUndefined()
  }
})

test('what was found before is right when it is interpreted, too', async () => {
  const corpus = readCorpus(join(packageFolder(), 'suites/fuzz/corpus'))
  const asTrees = { ...interpreting, run: (program: { readonly id: string, readonly source: string }, limits: typeof defaultLimits) => interpreting.run({ ...program, tree: parseTree(program.source) }, limits) }
  expect(await replayCorpus(corpus, asTrees, defaultLimits)).toEqual([])
})

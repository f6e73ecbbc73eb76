import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultLimits, type Limits } from '../adapters/adapter.ts'
import { referenceAdapter } from '../adapters/reference.ts'
import { packageFolder } from '../spec/load-spec.ts'
import type { Program } from '../spec/program.ts'
import { readCorpus, replayCorpus } from '../suites/fuzz/corpus.ts'
import { differenceOf } from '../suites/fuzz/difference.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import { mixture } from '../suites/fuzz/mixture.ts'
import { focuses } from '../suites/fuzz/program-options.ts'
import { parseTree } from '../suites/fuzz/python-tree.ts'
import { seeded } from '../suites/fuzz/random.ts'

const interpreting = referenceAdapter()
const compiling = referenceAdapter({ interprets: false })

async function outcome(program: Program): Promise<string | undefined> {
  const run = await interpreting.run(program, defaultLimits)
  return run.kind === 'finished' ? run.trace.outcome : undefined
}

test.each(focuses)('programs about %s do the same interpreted and compiled', async focus => {
  const mix = mixture({ focus })
  for (let index = 0; index < 60; index++) {
    const program = programOf(`5:${index}`, generateTree(seeded(5, index), mix))
    const [interpreted, compiled] = await Promise.all([interpreting.run(program, defaultLimits), compiling.run(program, defaultLimits)])
    expect(differenceOf(interpreted, compiled), program.source).toBeUndefined()
  }
})

test('a program with its tree is interpreted: what a compiled one takes for a variable of its own is one of the function around', async () => {
  const source = 'async def main():\n    def f():\n        return x\n    f()\n    x = 1\n'
  // CPython's words.
  expect(await outcome({ id: 'tree', source, tree: parseTree(source) })).toBe(`raises NameError("cannot access free variable 'x' where it is not associated with a value in enclosing scope")`)
  expect(await outcome({ id: 'text', source })).toBe(`raises UnboundLocalError("cannot access local variable 'x' where it is not associated with a value")`)
})

test('what was found before is right when it is interpreted, too', async () => {
  const corpus = readCorpus(join(packageFolder(), 'suites/fuzz/corpus'))
  const asTrees = { ...interpreting, run: (program: Program, limits: Limits) => interpreting.run({ ...program, tree: parseTree(program.source) }, limits) }
  expect(await replayCorpus(corpus, asTrees, defaultLimits)).toEqual([])
})

import { expect, test } from 'vitest'
import { defaultLimits } from '../../adapters/adapter.ts'
import { referenceAdapter } from '../../adapters/reference.ts'
import { differenceOf } from './difference.ts'
import { generateTree, programOf } from './generate.ts'
import { mixture } from './mixture.ts'
import { focuses } from './program-options.ts'
import { seeded } from './random.ts'

test.each(focuses)('programs about %s do the same interpreted and compiled', async focus => {
  const [interpreting, compiling] = [referenceAdapter(), referenceAdapter({ interprets: false })]
  const mix = mixture({ focus })
  for (let index = 0; index < 60; index++) {
    const program = programOf(`5:${index}`, generateTree(seeded(5, index), mix))
    const [interpreted, compiled] = await Promise.all([interpreting.run(program, defaultLimits), compiling.run(program, defaultLimits)])
    expect(differenceOf(interpreted, compiled), program.source).toBeUndefined()
  }
})

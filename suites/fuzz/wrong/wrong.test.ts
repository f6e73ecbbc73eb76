import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../adapters/adapter.ts'
import { referenceAdapter } from '../../../adapters/reference.ts'
import { differenceOf } from '../difference.ts'
import { fuzz } from '../differential.ts'
import { allWrong } from './all-wrong.ts'
import { ChangedLoop, onLoop } from './changed-loop.ts'
import { findMistake, readableLines } from './find-mistake.ts'
import { wrongAdapter } from './wrong-implementation.ts'

test('a loop that is exchanged without a mistake in it makes no difference', { timeout: 60_000 }, async () => {
  const same = wrongAdapter({ name: 'none', area: 'all', mistake: 'none', asyncio: () => onLoop(ChangedLoop) })
  const { findings } = await fuzz({ adapters: [same, referenceAdapter()], seed: 1, runs: 300, limits: { ...defaultLimits, seconds: 2 } })
  expect(findings).toEqual([])
})

/** What they are like from outside. */
const harmless = `
async def main():
    log(asyncio.Lock(), asyncio.Semaphore(), asyncio.Queue(), asyncio.TaskGroup(), asyncio.current_task(), asyncio.get_running_loop())
    await asyncio.sleep(1)
    return await asyncio.wait_for(asyncio.gather(asyncio.sleep(0, 'a'), asyncio.sleep(0, 'b')), 5)
`

describe.each(allWrong)('$mistake', wrong => {
  test('a program that has nothing to do with it runs as on the reference', async () => {
    const program = { id: 'harmless', source: harmless }
    expect(differenceOf(await wrongAdapter(wrong).run(program, defaultLimits), await referenceAdapter().run(program, defaultLimits))).toBeUndefined()
  })

  test('the fuzzer finds it and makes it readable', { timeout: 180_000 }, async () => {
    const found = await findMistake(wrong, { seed: 1, runs: 10_000, programs: { size: 12, focus: wrong.area }, enough: 4 })
    expect(found?.lines).toBeLessThanOrEqual(readableLines)
  })
})

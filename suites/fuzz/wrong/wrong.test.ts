import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../adapters/adapter.ts'
import { referenceAdapter } from '../../../adapters/reference.ts'
import { differenceOf } from '../difference.ts'
import { fuzz } from '../differential.ts'
import { allWrong } from './all-wrong.ts'
import type { ProgramOptions } from '../program-options.ts'
import { ChangedLoop, onLoop } from './changed-loop.ts'
import { findMistake, readableLines } from './find-mistake.ts'
import { wrongAdapter } from './wrong-implementation.ts'

/**
 * Programs that were chosen because they show each mistake early; after a change of the generator another seed may be the quick one.
 * `npm run prove-fuzz` finds the mistakes with fresh seeds and programs of the usual size.
 */
const quick: Readonly<Record<string, ProgramOptions & { readonly seed: number }>> = {
  'newest-first': { seed: 4, size: 12 },
  'stable-timers': { seed: 4, size: 24 },
  'endless-passes': { seed: 2, size: 24 },
  'coarse-clock': { seed: 1, size: 12 },
  'tasks-start-at-once': { seed: 1, size: 12 },
  'run-forgets-the-rest': { seed: 2, size: 12 },
  'cancelled-again': { seed: 1, size: 24 },
  'only-waiting-tasks-are-cancelled': { seed: 2, size: 12 },
  'uncancel-ignored': { seed: 4, size: 12 },
  'ended-tasks-are-cancelled': { seed: 2, size: 12 },
  'done-when-asked': { seed: 1, size: 12 },
  'retrieved-and-reported': { seed: 1, size: 12 },
  'failures-get-lost': { seed: 4, size: 12 },
  'gather-in-order-of-ending': { seed: 2, size: 12 },
  'hasty-wait-for': { seed: 1, size: 12 },
  'leaky-shield': { seed: 1, size: 12 },
  'group-forgets-siblings': { seed: 1, size: 24, focus: 'groups' },
  'barging-semaphore': { seed: 3, size: 12, focus: 'primitives' },
  'generous-semaphore': { seed: 1, size: 12, focus: 'primitives' },
  'doubting-event': { seed: 1, size: 12, focus: 'primitives' },
  'lossy-queue': { seed: 3, size: 12, focus: 'queues' },
}

test('each mistake has its seed', () => {
  expect(Object.keys(quick).toSorted()).toEqual(allWrong.map(({ name }) => name).toSorted())
})

test('a loop that is exchanged without a mistake in it makes no difference', { timeout: 60_000 }, async () => {
  const same = wrongAdapter({ name: 'none', mistake: 'none', asyncio: () => onLoop(ChangedLoop) })
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

  test('the fuzzer finds it and makes it readable', { timeout: 60_000 }, async () => {
    const { seed, ...programs } = quick[wrong.name] ?? { seed: 1 }
    const found = await findMistake(wrong, { seed, runs: 2000, programs, enough: 1 })
    expect(found?.lines).toBeLessThanOrEqual(readableLines)
  })
})

import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../adapters/adapter.ts'
import { referenceAdapter } from '../../../adapters/reference.ts'
import { differenceOf } from '../difference.ts'
import { fuzz } from '../differential.ts'
import { allWrong } from './all-wrong.ts'
import { ChangedLoop, onLoop } from './changed-loop.ts'
import { findMistake, readableLines } from './find-mistake.ts'
import { wrongAdapter } from './wrong-implementation.ts'

/** Seeds that were chosen because they find each mistake within a few programs; `npm run prove-fuzz` does it with fresh ones. */
const quick: Readonly<Record<string, number>> = {
  'newest-first': 6,
  'stable-timers': 3,
  'endless-passes': 5,
  'coarse-clock': 3,
  'tasks-start-at-once': 7,
  'run-forgets-the-rest': 3,
  'cancelled-again': 6,
  'only-waiting-tasks-are-cancelled': 1,
  'uncancel-ignored': 8,
  'ended-tasks-are-cancelled': 7,
  'done-when-asked': 7,
  'retrieved-and-reported': 3,
  'failures-get-lost': 2,
  'gather-in-order-of-ending': 6,
  'hasty-wait-for': 5,
  'leaky-shield': 2,
  'group-forgets-siblings': 8,
  'barging-semaphore': 7,
  'generous-semaphore': 3,
  'forgetful-lock': 1,
  'lossy-queue': 5,
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
    const programs = { size: 12, ...(wrong.focus === undefined ? {} : { focus: wrong.focus }) }
    const found = await findMistake(wrong, { seed: quick[wrong.name] ?? 1, runs: 2000, programs })
    expect(found?.lines).toBeLessThanOrEqual(readableLines)
  })
})

import { describe, expect, test } from 'vitest'
import { referenceAdapter } from '../../../adapters/reference.ts'
import { allWrong } from '../wrong/all-wrong.ts'
import { wrongAdapter } from '../wrong/wrong-implementation.ts'
import { allLaws } from './all-laws.ts'
import { checkLaws } from './check-laws.ts'

/** The mistakes that break each law. */
const breaks: Readonly<Record<string, readonly string[]>> = {
  'ends-once': ['ended-tasks-are-cancelled'],
  'done-stays': ['done-when-asked'],
  'cancellation-once': ['cancelled-again', 'only-waiting-tasks-are-cancelled'],
  'no-interleaving': ['tasks-start-at-once'],
  'timers': ['coarse-clock'],
  'queues-conserve': ['lossy-queue'],
  'semaphores': ['newest-first', 'barging-semaphore', 'generous-semaphore', 'overtaking-lock'],
  'failures-told-once': ['retrieved-and-reported', 'failures-get-lost'],
  'nothing-left': ['run-forgets-the-rest'],
}

test('every law is broken by some mistake', () => {
  expect(Object.keys(breaks).toSorted()).toEqual(allLaws.map(({ name }) => name).toSorted())
})

describe.each(allLaws)('$says', law => {
  test('the reference keeps it', { timeout: 30_000 }, async () => {
    const results = await checkLaws({ adapter: referenceAdapter(), seed: 1, runs: 60, laws: [law] })
    expect(results).toEqual([{ law, kind: 'held', programs: 60 }])
  })

  const mistakes = allWrong.filter(({ name }) => breaks[law.name]?.includes(name))
  test.each(mistakes)('it is broken where $mistake', { timeout: 30_000 }, async wrong => {
    const [result] = await checkLaws({ adapter: wrongAdapter(wrong), seed: 1, runs: 400, laws: [law] })
    expect(result).toMatchObject({ law, kind: 'broken' })
  })
})

test('an adapter that lacks what a law needs is not asked', async () => {
  const law = allLaws.filter(({ name }) => name === 'failures-told-once')
  const results = await checkLaws({ adapter: { ...referenceAdapter(), lacks: ['gc-reports'] }, seed: 1, runs: 10, laws: law })
  expect(results.map(({ kind }) => kind)).toEqual(['not applicable'])
})

test('the event loop has its turns meanwhile, for timers and signals', async () => {
  const stop = new AbortController()
  setImmediate(() => stop.abort())
  const [result] = await checkLaws({ adapter: referenceAdapter(), seed: 1, runs: Infinity, laws: allLaws.slice(0, 1), signal: stop.signal })
  expect(result).toMatchObject({ kind: 'held', programs: 32 })
})

test('where time is the bound, each law is checked', async () => {
  const results = await checkLaws({ adapter: referenceAdapter(), seed: 1, runs: Infinity, seconds: 0.001, laws: allLaws.slice(0, 2) })
  expect(results).toMatchObject([{ kind: 'held', programs: 32 }, { kind: 'held', programs: 32 }])
})

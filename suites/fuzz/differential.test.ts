import { expect, test } from 'vitest'
import { defaultLimits, type Adapter, type Run } from '../../adapters/adapter.ts'
import { fuzz } from './differential.ts'

const ended: Run = { kind: 'finished', trace: { lines: [], outcome: 'None' }, milliseconds: 1 }
const unable: Run = { kind: 'faulted', fault: 'not-run', message: 'a program hung before' }
const hanging: Run = { kind: 'faulted', fault: 'hang', message: 'the program ran for 10 s without coming back to the event loop' }

/** An adapter that says of each program what `answers` has, the last for good. */
function answering(...answers: readonly Run[]): Adapter {
  const asked = new Map<string, number>()
  return {
    name: 'answering', claims: '3.14.2', clock: 'virtual', lacks: [], close: async () => {},
    run: async ({ source }) => {
      const times = asked.get(source) ?? 0
      asked.set(source, times + 1)
      return answers[Math.min(times, answers.length - 1)] ?? ended
    },
  }
}

const found = async (adapter: Adapter) => {
  const { findings, programs, broken } = await fuzz({ adapters: [adapter, answering(ended)], seed: 1, runs: 3, limits: defaultLimits })
  return { programs, broken, findings: findings.map(({ index, difference }) => [index, difference.kind]) }
}

test('a program that hung once and ends when asked again makes no difference: the machine was busy', async () => {
  expect(await found(answering(hanging, ended))).toEqual({ programs: 3, broken: undefined, findings: [] })
})

test('a program that hangs again is a difference', async () => {
  const kind = 'hang: the program ran for N s without coming back to the event loop ≠ => None'
  expect(await found(answering(hanging))).toEqual({ programs: 3, broken: undefined, findings: [[0, kind], [1, kind], [2, kind]] })
})

test('the hanging of one that can run nothing more after it is not lost', async () => {
  expect((await found(answering(hanging, unable))).findings.map(([index]) => index)).toEqual([0, 1, 2])
})

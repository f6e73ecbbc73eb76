import { expect, test } from 'vitest'
import type { Adapter } from './adapter.ts'
import { defaultLimits } from './adapter.ts'
import { sideBySide } from './side-by-side.ts'

/** An adapter that says who ran what, and when it is closed. */
function scribe(name: string, log: string[]): Adapter {
  return {
    name, claims: '3.14', clock: 'real', lacks: ['threads'], level: 'MUST',
    run: async ({ source }) => {
      log.push(`${name} ${source}`)
      await new Promise(resolve => { setTimeout(resolve, source === 'long' ? 30 : 1) })
      return { kind: 'finished', trace: { lines: [], outcome: source }, milliseconds: 1 }
    },
    close: async () => void log.push(`${name} closes`),
  }
}

test('a program goes to the adapter with the fewest under way', async () => {
  const log: string[] = []
  let started = 0
  const adapter = await sideBySide(2, async () => scribe(String(++started), log))
  const runs = await Promise.all(['long', 'a', 'b'].map(source => adapter.run({ id: '', source }, defaultLimits)))
  await adapter.run({ id: '', source: 'c' }, defaultLimits)
  await adapter.close()
  const { name, claims, clock, lacks, level } = adapter
  expect({ name, claims, clock, lacks, level }).toEqual({ name: '1', claims: '3.14', clock: 'real', lacks: ['threads'], level: 'MUST' })
  expect(runs.map(run => run.kind === 'finished' && run.trace.outcome)).toEqual(['long', 'a', 'b'])
  expect(log).toEqual(['1 long', '2 a', '1 b', '1 c', '1 closes', '2 closes'])
})

test('when one does not start the others are closed', async () => {
  const log: string[] = []
  const starts = [async () => scribe('1', log), async () => { throw new Error('no second') }]
  await expect(sideBySide(2, async () => starts.shift()?.() ?? scribe('0', log))).rejects.toThrow('no second')
  expect(log).toEqual(['1 closes'])
})

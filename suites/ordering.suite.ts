import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

export const ordering = suite('ordering',
  property({
    rule: 'order.turns',
    says: 'tasks that give way take turns in the order in which they were created, round by round',
    cases: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
    program: turns => `
async def worker(name, turns):
    for turn in range(turns):
        log(name, turn)
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(${turns.map((count, i) => `worker(${i}, ${count})`).join(', ')})
`,
    check(trace, turns) {
      const rounds = Array.from({ length: Math.max(...turns) }, (_, round) => turns.flatMap((count, i) => round < count ? [`0 ${i} ${round}`] : []))
      return trace.lines.join('\n') === rounds.flat().join('\n') ? undefined : `The lines should be: ${rounds.flat().join(', ')}.`
    },
  }),
  property({
    rule: 'order.deadlines',
    says: 'sleeping tasks wake in the order of their deadlines, each at its own, whenever their sleeps began',
    cases: fc.uniqueArray(fc.record({ start: fc.integer({ min: 0, max: 20 }), delay: fc.integer({ min: 0, max: 20 }) }), {
      minLength: 1, maxLength: 10, selector: ({ start, delay }) => start + delay,
    }),
    program: sleeps => `
async def child(name, start, delay):
    await asyncio.sleep(start)
    await asyncio.sleep(delay)
    log(name)

async def main():
    await asyncio.gather(${sleeps.map(({ start, delay }, i) => `child(${i}, ${start}, ${delay})`).join(', ')})
`,
    check(trace, sleeps) {
      const expected = sleeps.map(({ start, delay }, i) => ({ deadline: start + delay, i }))
        .toSorted((a, b) => a.deadline - b.deadline).map(({ deadline, i }) => `${deadline} ${i}`)
      return trace.lines.join('\n') === expected.join('\n') ? undefined : `The lines should be: ${expected.join(', ')}.`
    },
  }),
)

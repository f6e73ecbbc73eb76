import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'
import { traceEvents } from './trace-events.ts'

export const semaphores = suite('semaphores',
  property({
    rule: 'semaphore.limit',
    says: 'no more tasks are inside than the semaphore admits, and no place stays free while one waits',
    cases: fc.record({ limit: fc.integer({ min: 1, max: 4 }), durations: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 10 }) }),
    program: ({ limit, durations }) => `
async def worker(semaphore, name, duration):
    async with semaphore:
        log(name, 'enters')
        await asyncio.sleep(duration)
        log(name, 'leaves')

async def main():
    semaphore = asyncio.Semaphore(${limit})
    await asyncio.gather(${durations.map((duration, i) => `worker(semaphore, ${i}, ${duration})`).join(', ')})
`,
    check(trace, { limit, durations }) {
      let inside = 0
      for (const { time, text } of traceEvents(trace)) {
        inside += text.endsWith('enters') ? 1 : -1
        if (inside > limit) return `At ${time} there are ${inside} inside.`
      }
      // Whoever comes first enters first, as soon as one of the places is free.
      const free = Array.from({ length: limit }, () => 0)
      const missing = durations.map((duration, i) => {
        const time = Math.min(...free)
        free[free.indexOf(time)] = time + duration
        return `${time} ${i} enters`
      }).find(line => !trace.lines.includes(line))
      return missing === undefined ? undefined : `There should be a line '${missing}'.`
    },
  }),
)

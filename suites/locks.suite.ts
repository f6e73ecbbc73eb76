import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

export const locks = suite('locks',
  property({
    rule: 'lock.exclusive',
    says: 'one task at a time is inside, the others enter in the order of their coming, each when its predecessor leaves',
    cases: fc.uniqueArray(fc.record({ comes: fc.integer({ min: 0, max: 20 }), stays: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1, maxLength: 7, selector: ({ comes }) => comes,
    }),
    program: visits => `
async def visitor(lock, name, comes, stays):
    await asyncio.sleep(comes)
    async with lock:
        log(name, 'enters')
        await asyncio.sleep(stays)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(${visits.map(({ comes, stays }, i) => `visitor(lock, ${i}, ${comes}, ${stays})`).join(', ')})
`,
    check(trace, visits) {
      let free = 0
      const expected = visits.map((visit, i) => ({ ...visit, i })).toSorted((a, b) => a.comes - b.comes).map(({ comes, stays, i }) => {
        const enters = Math.max(comes, free)
        free = enters + stays
        return `${enters} ${i} enters`
      })
      return trace.lines.join('\n') === expected.join('\n') ? undefined : `The lines should be: ${expected.join(', ')}.`
    },
  }),
)

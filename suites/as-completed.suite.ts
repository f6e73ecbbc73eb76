import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

export const asCompleted = suite('as-completed',
  property({
    rule: 'as-completed.completion-order',
    says: 'results come in the order of finishing, each at its own time, whatever the order of the arguments',
    cases: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 }),
    program: delays => `
async def child(delay):
    await asyncio.sleep(delay)
    return delay

async def main():
    for item in asyncio.as_completed([${delays.map(delay => `child(${delay})`).join(', ')}]):
        log(await item)
`,
    check(trace, delays) {
      const expected = delays.toSorted((a, b) => a - b).map(delay => `${delay} ${delay}`)
      return trace.lines.join('\n') === expected.join('\n') ? undefined : `The lines should be: ${expected.join(', ')}.`
    },
  }),
)

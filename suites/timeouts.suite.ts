import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

export const timeouts = suite('timeouts',
  property({
    rule: 'timeout.expires',
    says: 'of nested timeouts the one with the earliest deadline expires, at that time, and no other',
    cases: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
    program: deadlines => `
async def nested(deadlines):
    if not deadlines:
        await asyncio.sleep(30)
        return
    block = asyncio.timeout(deadlines[0])
    try:
        async with block:
            await nested(deadlines[1:])
    finally:
        log(deadlines[0], block.expired())

async def main():
    try:
        await nested([${deadlines.join(', ')}])
    except TimeoutError:
        log('timeout')
`,
    check(trace, deadlines) {
      const first = Math.min(...deadlines)
      const expected = [...deadlines.toReversed().map(deadline => `${first} ${deadline} ${deadline === first ? 'True' : 'False'}`), `${first} timeout`]
      return trace.lines.join('\n') === expected.join('\n') ? undefined : `The lines should be: ${expected.join(', ')}.`
    },
  }),
)

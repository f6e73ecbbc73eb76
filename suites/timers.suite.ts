import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

export const timers = suite('timers',
  property({
    rule: 'loop.call-later.deadline-order',
    says: 'timers fire in the order of their times, each at its own, and cancelled ones never',
    cases: fc.uniqueArray(fc.record({ delay: fc.integer({ min: 0, max: 50 }), cancelled: fc.boolean() }), {
      minLength: 1, maxLength: 10, selector: ({ delay }) => delay,
    }),
    program: timers => `
async def main():
    loop = asyncio.get_running_loop()
    handles = [loop.call_later(delay, log, delay) for delay in [${timers.map(({ delay }) => delay).join(', ')}]]
    for number in [${timers.flatMap(({ cancelled }, i) => cancelled ? [i] : []).join(', ')}]:
        handles[number].cancel()
    await asyncio.sleep(60)
`,
    check(trace, timers) {
      const expected = timers.filter(({ cancelled }) => !cancelled).map(({ delay }) => delay).toSorted((a, b) => a - b).map(delay => `${delay} ${delay}`)
      return trace.lines.join('\n') === expected.join('\n') ? undefined : `The lines should be: ${expected.join(', ') || 'none'}.`
    },
  }),
)

import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

export const waitFor = suite('wait-for',
  property({
    rule: 'wait-for.timeout',
    says: 'it returns the result when that comes before the deadline, and raises TimeoutError at the deadline otherwise',
    cases: fc.array(fc.record({ delay: fc.integer({ min: 0, max: 9 }), timeout: fc.integer({ min: 0, max: 9 }).map(seconds => seconds + 0.5) }), { minLength: 1, maxLength: 5 }),
    program: calls => `
async def work(delay):
    await asyncio.sleep(delay)
    return 'result'

async def call(number, delay, timeout):
    try:
        log(number, await asyncio.wait_for(work(delay), timeout))
    except asyncio.TimeoutError:
        log(number, 'timeout')

async def main():
    await asyncio.gather(${calls.map(({ delay, timeout }, i) => `call(${i}, ${delay}, ${timeout})`).join(', ')})
`,
    check(trace, calls) {
      const expected = calls.map(({ delay, timeout }, i) => delay < timeout ? `${delay} ${i} result` : `${timeout} ${i} timeout`)
      const missing = expected.find(line => !trace.lines.includes(line))
      return missing === undefined ? undefined : `There should be a line '${missing}'.`
    },
  }),
)

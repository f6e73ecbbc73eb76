import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

/** How many times a task is cancelled in one go, goes apart by a second. */
const bursts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 })

export const taskCancellation = suite('task-cancellation',
  property({
    rule: 'task.cancel.delivered-once',
    says: 'however often it is cancelled before it runs again, a task gets one CancelledError',
    cases: bursts,
    program: bursts => `
async def stubborn():
    while True:
        try:
            await asyncio.sleep(100)
            return
        except asyncio.CancelledError:
            log('cancelled')

async def main():
    task = asyncio.create_task(stubborn())
    for burst in [${bursts.join(', ')}]:
        await asyncio.sleep(1)
        for _ in range(burst):
            task.cancel()
    await task
`,
    check(trace, bursts) {
      const expected = bursts.flatMap((burst, i) => burst > 0 ? [`${i + 1} cancelled`] : [])
      return trace.lines.join('\n') === expected.join('\n') ? undefined : `The lines should be: ${expected.join(', ') || 'none'}.`
    },
  }),
)

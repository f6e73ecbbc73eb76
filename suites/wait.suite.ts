import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

const cases = fc.record({
  delays: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
  /** Between whole seconds, so that no deadline ties with a task. */
  timeout: fc.option(fc.integer({ min: 0, max: 20 }).map(seconds => seconds + 0.5), { nil: undefined }),
  mode: fc.constantFrom('ALL_COMPLETED', 'FIRST_COMPLETED'),
})

/** Python's list of the numbers, sorted. */
function sortedList(numbers: readonly number[]): string {
  return `[${numbers.toSorted((a, b) => a - b).join(', ')}]`
}

export const wait = suite('wait',
  property({
    rule: 'wait.partition',
    says: 'every task is in exactly one of the two sets: in done if it had ended by then, else in pending',
    cases,
    program: ({ delays, timeout, mode }) => `
async def child(delay):
    await asyncio.sleep(delay)

async def main():
    tasks = [asyncio.create_task(child(delay), name=str(delay)) for delay in [${delays.join(', ')}]]
    done, pending = await asyncio.wait(tasks, timeout=${timeout ?? 'None'}, return_when=asyncio.${mode})
    log('returns')
    return [sorted([int(task.get_name()) for task in tasks]) for tasks in [done, pending]]
`,
    check(trace, { delays, timeout = Infinity, mode }) {
      const enough = mode === 'FIRST_COMPLETED' ? Math.min(...delays) : Math.max(...delays)
      const end = Math.min(enough, timeout)
      if (trace.lines[0] !== `${end} returns`) return `It should return at ${end}.`
      const expected = `[${sortedList(delays.filter(delay => delay <= end))}, ${sortedList(delays.filter(delay => delay > end))}]`
      return trace.outcome === expected ? undefined : `The outcome should be ${expected}.`
    },
  }),
)

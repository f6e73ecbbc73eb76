import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

const children = fc.uniqueArray(fc.record({ delay: fc.integer({ min: 1, max: 20 }), fails: fc.boolean() }), {
  minLength: 1, maxLength: 6, selector: child => child.delay,
})

export const taskGroups = suite('task-groups',
  property({
    rule: 'task-group.child-fails',
    says: 'the group ends with its last child, or with the first failure, which cancels all that still run',
    cases: children,
    program: children => `
async def child(delay, fails):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        log('cancelled', delay)
        raise
    log('ends', delay)
    if fails:
        raise ValueError(delay)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
${children.map(({ delay, fails }) => `            group.create_task(child(${delay}, ${fails ? 'True' : 'False'}))`).join('\n')}
        log('all')
    except ExceptionGroup as errors:
        log('failed', [error.args[0] for error in errors.exceptions])
`,
    check(trace, children) {
      const failure = Math.min(...children.filter(({ fails }) => fails).map(({ delay }) => delay))
      const end = Math.min(failure, Math.max(...children.map(({ delay }) => delay)))
      const expected = [
        ...children.map(({ delay }) => delay <= end ? `${delay} ends ${delay}` : `${end} cancelled ${delay}`),
        failure === Infinity ? `${end} all` : `${end} failed [${failure}]`,
      ]
      const missing = expected.find(line => !trace.lines.includes(line))
      if (missing !== undefined) return `There should be a line '${missing}'.`
      return trace.lines.length === expected.length ? undefined : `There should be ${expected.length} lines.`
    },
  }),
)

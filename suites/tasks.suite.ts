import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'

export const tasks = suite('tasks',
  property({
    rule: 'task.create.start-order',
    says: 'tasks start in the order of their creation, those that tasks create behind all that were there',
    // A forest: how many children each task creates, in order of starting.
    cases: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }),
    program: children => `
plan = [${children.join(', ')}]
tasks = []

async def grow():
    number = len(started)
    started.append(number)
    log('starts', asyncio.current_task().get_name())
    for _ in range(plan[number] if number < len(plan) else 0):
        tasks.append(asyncio.create_task(grow(), name=str(len(tasks))))

started = []

async def main():
    for _ in range(2):
        tasks.append(asyncio.create_task(grow(), name=str(len(tasks))))
    await asyncio.sleep(1)
    log(len(tasks))
`,
    check(trace, children) {
      let [created, expected] = [2, 0]
      for (; expected < created; expected++) created += children[expected] ?? 0
      const lines = [...Array.from({ length: created }, (_, i) => `0 starts ${i}`), `1 ${created}`]
      return trace.lines.join('\n') === lines.join('\n') ? undefined : `The lines should be: ${lines.join(', ')}.`
    },
  }),
)

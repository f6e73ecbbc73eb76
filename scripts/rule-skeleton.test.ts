import { expect, test } from 'vitest'
import { newRule } from './rule-skeleton.ts'

const chapters = [
  { file: 'spec/gather.md', areas: ['gather'], text: '# Gather\n\n### gather.order\n\nText.\n\n' },
  { file: 'spec/tasks.md', areas: ['task', 'current-task'], text: '# Tasks\n\n### task.name\n\nText.\n' },
  { file: 'spec/done-callbacks.md', areas: ['task.callback'], text: '# Done callbacks\n\n### task.callback.fails\n\nText.\n' },
]

test('the skeleton is appended to the chapter of its area, ready to be recorded', () => {
  expect(newRule('task.cancel.twice', chapters)).toEqual({
    file: 'spec/tasks.md', line: 7,
    text: `# Tasks

### task.name

Text.

### task.cancel.twice

**SHOULD** · since ? · observed

What holds, in one to three sentences that stand alone.

\`\`\`python
async def main():
    log('shown')
\`\`\`

\`\`\`trace
\`\`\`
`,
  })
})

test('the longest area that fits tells the chapter', () => {
  expect(newRule('task.callback.twice', chapters).file).toBe('spec/done-callbacks.md')
  expect(newRule('task.callbacks', chapters).file).toBe('spec/tasks.md')
})

test('a chapter may have several areas', () => {
  expect(newRule('current-task.in-callback', chapters).file).toBe('spec/tasks.md')
})

test.each([
  ['Gather', `'Gather' is no id: write area.subject or area.subject.case, lowercase, words joined by '-'`],
  ['queue.order', `no chapter has rules of the area 'queue': gather, task, current-task; for a new one see CONTRIBUTING.md, A new chapter`],
  ['gather.order', 'spec/gather.md:3: the rule gather.order is there already'],
])('%s is refused', (id, message) => {
  expect(() => newRule(id, chapters)).toThrow(message)
})

import { expect, test } from 'vitest'
import { readChapter } from '../spec/read-chapter.ts'
import { versionsChapter } from './versions-chapter.ts'

const chapter = readChapter('spec/gather.md', `# gather

### gather.changed

**MUST** · since 3.8 · changed 3.9, 3.12.7 · source: tasks.py, gather · gh-1

See [it](#gatherstays).

\`\`\`python
log(1)
\`\`\`

\`\`\`trace 3.8
0 1
=> None
\`\`\`

\`\`\`trace 3.9-3.12.1
0 2
=> None
\`\`\`

\`\`\`trace 3.12.7+
0 3
=> None
\`\`\`

### gather.stays

**SHOULD** · since 3.11 · observed

Stays.

\`\`\`python
log(1)
\`\`\`

\`\`\`trace
0 1
=> None
\`\`\`
`)
const text = versionsChapter({ chapters: [chapter], rules: chapter.rules, retired: [] })

/** What stands under the heading of a version. */
function section(version: string): string {
  return text.split(/^## /m).find(part => part.startsWith(`${version}\n`)) ?? 'no section'
}

test('a changed rule stands under the version of the change, with its program, the trace before and the trace since', () => {
  expect(section('3.12')).toBe(`3.12

- [gather.changed](gather.md#gatherchanged) MUST

### [gather.changed](gather.md#gatherchanged)

**MUST** · gh-1

See [it](gather.md#gatherstays).

\`\`\`python
log(1)
\`\`\`

\`\`\`trace 3.9-3.12.1
0 2
=> None
\`\`\`

\`\`\`trace 3.12.7+
0 3
=> None
\`\`\`

`)
})

test('a rule that begins is counted, not told', () => {
  expect(section('3.11')).toBe('3.11\n\nNo trace changed.\n\nRules that begin here, for their programs need what older versions lack: [gather](gather.md) 1.\n\n')
})

test('a version without changes says so', () => {
  expect(section('3.15')).toBe('3.15\n\nNo trace changed.\n')
})

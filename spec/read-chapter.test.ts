import { expect, test } from 'vitest'
import { readChapter } from './read-chapter.ts'
import { SpecError } from './spec-error.ts'

/** A chapter in which everything occurs once. */
const chapter = `# Doors

How doors open.

\`\`\`text
closed -> open
\`\`\`

## Opening

### door.opens

**MUST** · since 3.8 · changed 3.12 · documented: asyncio-door, open · gh-12345 · notes: 1, 3

A door opens
at once.

See [door.shut](#doorshut).

\`\`\`python
async def main():
    log('open')
\`\`\`

\`\`\`trace 3.8-3.11
0 open
=> None
\`\`\`

\`\`\`trace 3.12+
unordered {
0 open
0 still open
}
=> None
\`\`\`

\`\`\`python
log('again')
\`\`\`

\`\`\`trace
=> None
\`\`\`

## Shutting

### door.shut

**CPYTHON** · since 3.9 · until 3.11 · observed · clock: real · needs: threads, executors

It may shut.

Not tested: nobody has seen it.
`

test('a chapter becomes rules with their places', () => {
  const { rules, ...rest } = readChapter('spec/doors.md', chapter)
  expect(rest).toEqual({ name: 'doors', file: 'spec/doors.md', title: 'Doors', introduction: 'How doors open.\n\n```text\nclosed -> open\n```' })
  const file = 'spec/doors.md'
  expect(rules).toEqual([
    {
      id: 'door.opens', chapter: 'doors', level: 'MUST', since: '3.8', changed: ['3.12'],
      provenance: ['documented: asyncio-door, open', 'gh-12345'], notes: [1, 3], clock: 'virtual', needs: [],
      text: 'A door opens\nat once.\n\nSee [door.shut](#doorshut).',
      scenarios: [
        {
          id: 'door.opens', source: `async def main():\n    log('open')\n`, place: { file, line: 20 },
          expectations: [
            {
              range: { from: [3, 8, 0], to: [3, 11, Infinity] }, place: { file, line: 25 },
              trace: {
                text: '0 open\n=> None',
                parts: [{ kind: 'line', line: { text: '0 open', line: 1 } }, { kind: 'line', line: { text: '=> None', line: 2 } }],
              },
            },
            {
              range: { from: [3, 12, 0] }, place: { file, line: 30 },
              trace: {
                text: 'unordered {\n0 open\n0 still open\n}\n=> None',
                parts: [
                  { kind: 'unordered', lines: [{ text: '0 open', line: 2 }, { text: '0 still open', line: 3 }] },
                  { kind: 'line', line: { text: '=> None', line: 5 } },
                ],
              },
            },
          ],
        },
        {
          id: 'door.opens#2', source: `log('again')\n`, place: { file, line: 38 },
          expectations: [{ range: {}, place: { file, line: 42 }, trace: { text: '=> None', parts: [{ kind: 'line', line: { text: '=> None', line: 1 } }] } }],
        },
      ],
      hash: expect.stringMatching(/^[0-9a-f]{16}$/), place: { file, line: 11 },
    },
    {
      id: 'door.shut', chapter: 'doors', level: 'CPYTHON', since: '3.9', until: '3.11', changed: [], provenance: ['observed'], notes: [],
      clock: 'real', needs: ['threads', 'executors'], text: 'It may shut.', scenarios: [], untestable: 'nobody has seen it.',
      hash: expect.stringMatching(/^[0-9a-f]{16}$/), place: { file, line: 48 },
    },
  ])
})

function hashes(text: string): readonly string[] {
  return readChapter('spec/doors.md', text).rules.map(rule => rule.hash)
}

test.each([
  ['its level', '**MUST**', '**SHOULD**'],
  ['its text', 'A door opens', 'A gate opens'],
  ['a program', `log('again')`, `log('twice')`],
  ['a trace', '0 open\n=> None', '0 opens\n=> None'],
])('the hash of a rule changes with %s', (_, before, after) => {
  const [first, second] = hashes(chapter)
  const [changed, untouched] = hashes(chapter.replace(before, after))
  expect(changed).not.toBe(first)
  expect(untouched).toBe(second)
})

test('the hash of a rule does not depend on where it came from or stands', () => {
  expect(hashes(chapter.replace('notes: 1, 3', 'notes: 2').replace('How doors open.', 'How\ndoors\nopen.'))).toEqual(hashes(chapter))
})

test.each([
  ['no metadata', ['**MUST** · since 3.8', 'MUST · since 3.8'], `11: rule door.opens has no metadata: write '**MUST** · since ? · documented: page, name' under its heading`],
  ['an unknown level', ['**MUST**', '**MAY**'], `13: rule door.opens has bad metadata: unknown level 'MAY': write **MUST**, **SHOULD** or **CPYTHON**`],
  ['no since', ['since 3.8 · ', ''], `13: rule door.opens has bad metadata: 'since' is missing: write 'since ?' and run \`npx tsx scripts/record.ts doors\``],
  ['an unmeasured since', ['since 3.8', 'since ?'], `13: rule door.opens has bad metadata: 'since ?' was never measured: run \`npx tsx scripts/record.ts doors\``],
  ['a bad since', ['since 3.8', 'since three'], `13: rule door.opens has bad metadata: 'three' is not a version: write 3.14 or 3.14.2`],
  ['a bad change', ['changed 3.12', 'changed 3'], `13: rule door.opens has bad metadata: '3' is not a version: write 3.14 or 3.14.2`],
  ['metadata twice', ['notes: 1, 3', 'since 3.9'], `13: rule door.opens has bad metadata: 'since' stands twice in the metadata`],
  ['an unknown note', ['notes: 1, 3', 'notes: 6'], `13: rule door.opens has bad metadata: '6' is none of the five notes: write 'notes: 1, 3'`],
  ['no provenance', ['observed · ', ''], `50: rule door.shut has bad metadata: the provenance is missing: 'documented: page, name', 'source: file, name' or 'observed'`],
  ['an unknown clock', ['clock: real', 'clock: sundial'], `50: rule door.shut has bad metadata: unknown clock 'sundial': write 'clock: real', or nothing for the virtual clock`],
  ['an unknown capability', ['needs: threads', 'needs: wings'], `50: rule door.shut has bad metadata: unknown capability 'wings': one of threads, streams, sockets, subprocesses, signals, executors, contextvars, async-generators, eager-tasks, exception-groups, gc-reports, debug-mode, frames, aiohttp`],
  ['a bad id', ['### door.opens', '### door.opens_wide'], `11: rule door.opens_wide has no id for a name: write area.subject or area.subject.case, lowercase, words joined by '-'`],
  ['an id twice', ['### door.shut', '### door.opens'], '48: rule door.opens has the id of the rule at line 11'],
  ['no text', ['It may shut.\n', ''], '48: rule door.shut has no text: say in a sentence or three what holds'],
  ['no program', ['Not tested: nobody has seen it.', ''], `48: rule door.shut has no program: add a \`\`\`python fence and its trace, or 'Not tested: reason'`],
  ['a program and none', ['A door opens\n', 'Not tested: lazy\n\nA door opens\n'], `15: rule door.opens has a program and says 'Not tested:'`],
  ['no reason', ['Not tested: nobody has seen it.', 'Not tested:'], `54: rule door.shut gives no reason behind 'Not tested:'`],
  ['a program without a trace', ['```trace\n=> None\n```\n', ''], '38: rule door.opens has a program without a trace: add an empty ```trace fence and record it'],
  ['an empty program', [`log('again')\n`, ''], '38: rule door.opens has an empty program'],
  ['an empty trace', ['```trace\n=> None\n', '```trace\n'], '42: rule door.opens has an empty trace: run `npx tsx scripts/record.ts doors`'],
  ['overlapping versions', ['trace 3.12+', 'trace 3.11+'], `30: rule door.opens has two traces for the same versions: '3.11+' and '3.8-3.11' at line 25`],
  ['versions without a trace', ['trace 3.8-3.11', 'trace 3.8-3.9'], '20: rule door.opens has no trace for claims 3.10, 3.11'],
  ['an impossible range', ['trace 3.12+', 'trace new'], `30: rule door.opens has a trace for no versions: 'new' is not a version: write 3.14 or 3.14.2`],
  ['a bad trace', ['0 still open\n}\n', '0 still open\n'], `34: rule door.opens has a bad trace: 'unordered {' is not closed by '}' before the outcome`],
  ['no title', ['# Doors', 'Doors'], `1: a chapter begins with '# Title'`],
] as const)('%s is an error with file and line', (_, [before, after], message) => {
  expect(chapter).toContain(before)
  let problems: unknown
  try {
    readChapter('spec/doors.md', chapter.replace(before, after))
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    problems = error.message
  }
  expect(problems).toBe(`spec/doors.md:${message}`)
})

test('a trace that stands before any program is an error', () => {
  const text = chapter.replace('It may shut.', '```trace\n=> None\n```\n\nIt may shut.').replace('Not tested: nobody has seen it.', '')
  expect(() => readChapter('spec/doors.md', text)).toThrow('spec/doors.md:52: rule door.shut has a trace without a program before it')
})

test('every problem of a chapter is reported at once', () => {
  const text = chapter.replace('**MUST**', '**MAY**').replace('observed', 'gossip')
  expect(() => readChapter('spec/doors.md', text)).toThrow(expect.objectContaining({
    problems: [expect.objectContaining({ place: { file: 'spec/doors.md', line: 13 } }), expect.objectContaining({ place: { file: 'spec/doors.md', line: 50 } })],
  }))
})

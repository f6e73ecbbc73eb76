import { expect, test } from 'vitest'
import type { Adapter, Run } from '../adapters/adapter.ts'
import { readChapter } from '../spec/read-chapter.ts'
import { runRules } from '../suites/run-rules.ts'
import type { Report } from '../suites/report.ts'
import { jsonReport } from './json-reporter.ts'
import { junitReport } from './junit-reporter.ts'
import { style } from './style.ts'
import { ttyReport } from './tty-reporter.ts'

const view = { columns: 80, colours: false, paint: style(false) }

/** Each program says what the adapter below makes of it. */
const doors = readChapter('spec/doors.md', `# Doors
${rule('door.opens', 'MUST', 'log(1)', 'A door opens. More of it.')}
${rule('door.jams', 'SHOULD', 'crash', 'A door never jams.')}
${rule('door.thread', 'MUST · needs', 'log(1)', 'Two may go through.').replace('MUST · needs** · since 3.8 · observed', 'MUST** · since 3.8 · observed · needs: threads')}
`)
const windows = readChapter('spec/windows.md', `# Windows\n${rule('window.shuts', 'CPYTHON', 'log(1)', 'A window shuts.')}`)

function rule(id: string, level: string, program: string, text: string): string {
  return `\n### ${id}\n\n**${level}** · since 3.8 · observed\n\n${text}\n\n\`\`\`python\n${program}\n\`\`\`\n\n\`\`\`trace\n0 1\n=> None\n\`\`\`\n`
}

const adapter: Adapter = {
  name: 'house',
  claims: '3.14',
  level: 'CPYTHON',
  clock: 'virtual',
  lacks: ['threads'],
  run: async ({ source }): Promise<Run> => (source.startsWith('crash')
    ? { kind: 'faulted', fault: 'crash', message: 'exit code 1 <after "open">' }
    : { kind: 'finished', trace: { lines: ['0 1'], outcome: 'None' }, milliseconds: 2 }),
  close: async () => {},
}

async function reported(name = 'house'): Promise<Report> {
  const report = await runRules({ adapter: { ...adapter, name }, rules: [...doors.rules, ...windows.rules] })
  return { ...report, milliseconds: 340, realMilliseconds: 0 }
}

test('people see a line a chapter, the failures, and what it comes to', async () => {
  const text = ttyReport({ reports: [await reported()], notStarted: ['adapter x could not start: no'], alsoHere: ['Also on this machine:', '  --adapter pyodide'] }, view)
  expect(text).toBe(`
house means to be asyncio 3.14 · virtual clock

  doors    ▪!·     1 of 2    2.0 ms
  windows  ▪            1    2.0 ms

  ! no trace  · not applicable

! door.jams  SHOULD  spec/doors.md:25
  A door never jams.
  crash: exit code 1 <after "open">

✗ house: 2 of 3 programs of 3 rules as the document says (1 MUST, 1 CPYTHON) in 0.34 s
  1 not applicable

✗ adapter x could not start: no

Also on this machine:
  --adapter pyodide
`)
})

test('several adapters make a table', async () => {
  const text = ttyReport({ reports: [await reported('one'), { ...await reported('two'), results: [] }], notStarted: [], alsoHere: [] }, view)
  expect(text.split('\n\n')[0]).toBe(`
              one     two
  doors       1/2       -
  windows       1       -
  in all      2/3       -
  time     0.34 s  0.34 s`)
})

const none = { 'pass': 0, 'fail': 0, 'error': 0, 'expected fail': 0, 'unexpected pass': 0, 'not applicable': 0, 'suite bug': 0 }

test('a machine reads every verdict with what led to it', async () => {
  const { reports, notStarted } = JSON.parse(jsonReport({ reports: [await reported()], notStarted: ['no'], alsoHere: [] }))
  const { results, ...rest } = reports[0]
  expect(notStarted).toEqual(['no'])
  expect(rest).toEqual({
    adapter: { name: 'house', claims: '3.14', clock: 'virtual' },
    level: 'CPYTHON',
    succeeded: false,
    milliseconds: 340,
    realMilliseconds: 0,
    counts: { ...none, 'pass': 2, 'error': 1, 'not applicable': 1 },
    levels: { MUST: { ...none, 'pass': 1, 'not applicable': 1 }, SHOULD: { ...none, error: 1 }, CPYTHON: { ...none, pass: 1 } },
    untestable: [],
  })
  expect(results[1]).toEqual({
    rule: 'door.jams',
    scenario: 'door.jams',
    chapter: 'doors',
    level: 'SHOULD',
    hash: doors.rules[1]?.hash,
    place: { file: 'spec/doors.md', line: 25 },
    milliseconds: 0,
    verdict: 'error',
    fault: 'crash',
    message: 'exit code 1 <after "open">',
  })
})

test('JUnit gets a case a program, its text escaped', async () => {
  const text = junitReport({ reports: [await reported()], notStarted: ['a & b'], alsoHere: [] })
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="asyncio-conformance">
  <testsuite name="house doors" tests="3" failures="0" errors="1" skipped="1" time="0.002000">
    <testcase classname="house.doors" name="door.opens" file="spec/doors.md" line="9" time="0.002000"/>
    <testcase classname="house.doors" name="door.jams" file="spec/doors.md" line="25" time="0.000000">
      <error message="exit code 1 &#60;after &#34;open&#34;&#62;">! door.jams  SHOULD  spec/doors.md:25
  A door never jams.
  crash: exit code 1 &#60;after &#34;open&#34;&#62;
</error>
    </testcase>
    <testcase classname="house.doors" name="door.thread" file="spec/doors.md" line="41" time="0.000000"><skipped message="lacks threads"/></testcase>
  </testsuite>
  <testsuite name="house windows" tests="1" failures="0" errors="0" skipped="0" time="0.002000">
    <testcase classname="house.windows" name="window.shuts" file="spec/windows.md" line="9" time="0.002000"/>
  </testsuite>
  <testsuite name="not started" tests="1" errors="1">
    <testcase classname="adapters" name="start"><error message="a &#38; b"/></testcase>
  </testsuite>
</testsuites>
`)
})

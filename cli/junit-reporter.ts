import { byChapter } from './by-chapter.ts'
import { failureText } from './failure-text.ts'
import { style } from './style.ts'
import type { Summary } from './summary.ts'
import { countVerdicts, type Result } from '../suites/report.ts'
import { isGood } from '../suites/verdict.ts'

/** The run as JUnit XML: a suite per adapter and chapter, a test case per program. An adapter that did not start is a suite with one error. */
export function junitReport({ reports, notStarted }: Summary): string {
  const suites = reports.flatMap((report) =>
    [...byChapter(report.results)].map(([chapter, results]) => suite(report.adapter.name, chapter, results)))
  const missing = notStarted.map((message) =>
    `  <testsuite name="not started" tests="1" errors="1">\n    <testcase classname="adapters" name="start"><error message="${attribute(message)}"/></testcase>\n  </testsuite>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="asyncio-conformance">\n${suites.join('')}${missing.join('')}</testsuites>\n`
}

function suite(adapter: string, chapter: string, results: readonly Result[]): string {
  const counts = countVerdicts(results)
  const failures = counts.fail + counts['unexpected pass'] + counts['suite bug']
  const time = results.reduce((sum, result) => sum + result.milliseconds, 0) / 1000
  const head = `name="${xml(`${adapter} ${chapter}`)}" tests="${results.length}" failures="${failures}" errors="${counts.error}" skipped="${counts['not applicable']}" time="${time.toFixed(6)}"`
  return `  <testsuite ${head}>\n${results.map((result) => testCase(adapter, result)).join('')}  </testsuite>\n`
}

function testCase(adapter: string, result: Result): string {
  const { rule, scenario, verdict, milliseconds } = result
  const head = `    <testcase classname="${xml(`${adapter}.${rule.chapter}`)}" name="${xml(scenario.id)}" file="${xml(scenario.place.file)}" line="${scenario.place.line}" time="${(milliseconds / 1000).toFixed(6)}"`
  if (verdict.kind === 'not applicable') return `${head}><skipped message="${attribute(verdict.explanation)}"/></testcase>\n`
  if (isGood(verdict)) return `${head}/>\n`
  const element = verdict.kind === 'error' ? 'error' : 'failure'
  const text = failureText(result, { columns: 100, colours: false, paint: style(false) })
  return `${head}>\n      <${element} message="${attribute(verdict.kind === 'error' ? verdict.message : verdict.kind)}">${xml(text)}</${element}>\n    </testcase>\n`
}

/** Text as XML 1.0: what it cannot hold even escaped (most control characters, lone surrogates) becomes U+FFFD. */
function xml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** In an attribute, XML would turn a line's end into a space. */
function attribute(text: string): string {
  return xml(text).replaceAll('\n', '&#10;')
}

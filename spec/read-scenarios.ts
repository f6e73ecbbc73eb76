import type { Fence, Section } from './chapter-sections.ts'
import { NotationError, parseExpectedTrace } from './parse-expected-trace.ts'
import type { Expectation, Scenario } from './rule.ts'
import type { RuleMetadata } from './rule-metadata.ts'
import type { VersionRange } from './version.ts'
import { inRange, parseVersion, parseVersionRange, rangesOverlap, rangeText } from './version.ts'

/** Minor versions of which every rule must say what holds, while it holds. */
const oldestMinor = 8
const newestMinor = 14

/** What reading the programs of a section needs to know of it; `report` takes a line of the file and what is wrong there. */
export interface ScenarioContext {
  readonly file: string
  readonly chapter: string
  readonly metadata: Pick<RuleMetadata, 'since' | 'until'>
  readonly report: (line: number, message: string) => void
}

/** The programs of a rule with their traces; problems are reported, and what has one is left out. */
export function readScenarios({ heading, fences }: Section, context: ScenarioContext): readonly Scenario[] {
  const programs: { readonly program: Fence, readonly traces: Fence[] }[] = []
  for (const fence of fences) {
    const last = programs.at(-1)
    if (fence.language === 'python') programs.push({ program: fence, traces: [] })
    else if (last) last.traces.push(fence)
    else context.report(fence.line, 'has a trace without a program before it')
  }
  return programs.map(({ program, traces }, index) => {
    if (program.text.trim() === '') context.report(program.line, 'has an empty program')
    if (traces.length === 0) context.report(program.line, 'has a program without a trace: add an empty ```trace fence and record it')
    const expectations: Expectation[] = []
    for (const trace of traces) {
      const expectation = readExpectation(trace, context)
      if (!expectation) continue
      const twin = expectations.find(other => rangesOverlap(other.range, expectation.range))
      if (twin) context.report(trace.line, `has two traces for the same versions: '${rangeText(expectation.range)}' and '${rangeText(twin.range)}' at line ${twin.place.line}`)
      expectations.push(expectation)
    }
    if (expectations.length === traces.length && traces.length > 0) checkCoverage(expectations, index === 0, program.line, context)
    return {
      id: index === 0 ? heading.text : `${heading.text}#${index + 1}`,
      source: program.text + '\n',
      expectations,
      place: { file: context.file, line: program.line },
    }
  })
}

function readExpectation(fence: Fence, { file, chapter, report }: ScenarioContext): Expectation | undefined {
  if (fence.text.trim() === '') return void report(fence.line, `has an empty trace: run \`npx tsx scripts/record.ts ${chapter}\``)
  let range: VersionRange
  try {
    range = parseVersionRange(fence.info)
  } catch (error) {
    return void report(fence.line, `has a trace for no versions: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    return { range, trace: parseExpectedTrace(fence.text), place: { file, line: fence.line } }
  } catch (error) {
    if (!(error instanceof NotationError)) throw error
    return void report(fence.line + error.line, `has a bad trace: ${error.message}`)
  }
}

/** While the rule holds, every minor version has a trace; a rule's further programs may need a newer version than its first. */
function checkCoverage(expectations: readonly Expectation[], first: boolean, line: number, { metadata: { since, until }, report }: ScenarioContext): void {
  const holds = { from: parseVersion(since, 0), ...(until === undefined ? {} : { to: parseVersion(until) }) }
  const missing: string[] = []
  let covered = first
  for (let minor = oldestMinor; minor <= newestMinor; minor++) {
    const version = parseVersion(`3.${minor}`)
    if (!inRange(version, holds)) continue
    const has = expectations.some(({ range }) => inRange(version, range))
    covered ||= has
    if (covered && !has) missing.push(`3.${minor}`)
  }
  if (missing.length > 0) report(line, `has no trace for claims ${missing.join(', ')}`)
}

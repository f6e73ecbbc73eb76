import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Chapter } from './chapter.ts'
import type { Section } from './chapter-sections.ts'
import { chapterSections } from './chapter-sections.ts'
import { readScenarios } from './read-scenarios.ts'
import type { Rule } from './rule.ts'
import type { RuleMetadata } from './rule-metadata.ts'
import { parseRuleMetadata } from './rule-metadata.ts'
import type { Problem } from './spec-error.ts'
import { SpecError } from './spec-error.ts'

/** Reads one chapter; `file` is its path relative to the package, for messages. Throws a SpecError with every problem found. */
export function readChapter(file: string, text: string): Chapter {
  const { title, introduction, sections, unclosed } = chapterSections(text)
  const problems: Problem[] = unclosed.map(line => ({ place: { file, line }, message: 'this fence is never closed by ```' }))
  if (title === '') problems.push({ place: { file, line: 1 }, message: `a chapter begins with '# Title'` })
  const name = basename(file, '.md')
  const rules: Rule[] = []
  for (const section of sections) {
    const report = (line: number, message: string) => { problems.push({ place: { file, line }, message: `rule ${section.heading.text} ${message}` }) }
    checkId(section, rules, report)
    const rule = readRule(section, { file, name, report })
    if (rule) rules.push(rule)
  }
  if (problems.length > 0) throw new SpecError(problems)
  return { name, file, title, introduction, rules }
}

type ReportProblem = (line: number, message: string) => void

/** Ids have their form, and each stands once. */
function checkId({ heading }: Section, before: readonly Rule[], report: ReportProblem): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$/.test(heading.text))
    return report(heading.line, `has no id for a name: write area.subject or area.subject.case, lowercase, words joined by '-'`)
  const twin = before.find(rule => rule.id === heading.text)
  if (twin) report(heading.line, `has the id of the rule at line ${twin.place.line}`)
}

/** The rule of a section, or nothing when it cannot be read: then a problem is reported. */
function readRule(section: Section, { file, name, report }: { file: string, name: string, report: ReportProblem }): Rule | undefined {
  const { heading, paragraphs: [first, ...prose] } = section
  if (first?.text.startsWith('**') !== true) return void report(heading.line, `has no metadata: write '**MUST** · since ? · documented: page, name' under its heading`)
  let metadata: RuleMetadata
  try {
    metadata = parseRuleMetadata(first.text, name)
  } catch (error) {
    return void report(first.line, `has bad metadata: ${error instanceof Error ? error.message : String(error)}`)
  }
  const reason = prose.find(paragraph => paragraph.text.startsWith('Not tested:'))
  const untestable = reason?.text.slice('Not tested:'.length).trim()
  const text = prose.filter(paragraph => paragraph !== reason).map(paragraph => paragraph.text).join('\n\n')
  if (text === '') report(heading.line, 'has no text: say in a sentence or three what holds')
  if (untestable === '') report(reason?.line ?? heading.line, `gives no reason behind 'Not tested:'`)
  if (untestable === undefined && section.fences.length === 0) report(heading.line, `has no program: add a \`\`\`python fence and its trace, or 'Not tested: reason'`)
  if (untestable !== undefined && section.fences.length > 0) report(reason?.line ?? heading.line, `has a program and says 'Not tested:'`)
  const scenarios = readScenarios(section, { file, chapter: name, metadata, report })
  return {
    id: heading.text, chapter: name, ...metadata, text, scenarios,
    ...(untestable === undefined ? {} : { untestable }),
    // Few callers want it, and hashing every rule costs as much as reading it.
    get hash() { return hashOf([metadata.level, text, untestable, scenarios.map(({ source, expectations }) => [source, expectations.map(({ range, trace }) => [range, trace.text])])]) },
    place: { file, line: heading.line },
  }
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

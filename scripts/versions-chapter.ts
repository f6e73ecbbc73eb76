import type { Spec } from '../spec/chapter.ts'
import type { Expectation, Rule, Scenario } from '../spec/rule.ts'
import { compareVersions, parseVersion, rangeText, type Version } from '../spec/version.ts'

/** The minor versions that have a section: 3.9 to 3.15. */
const minors = [9, 10, 11, 12, 13, 14, 15] as const

/** A program whose trace changed in one minor version: what it left before, then every trace that began in that version. */
interface Change {
  readonly rule: Rule
  readonly source: string
  readonly before: Expectation
  readonly after: readonly Expectation[]
}

/** The text of `spec/versions.md`: what changed from version to version, made from the rules alone. */
export function versionsChapter({ rules, chapters }: Spec): string {
  const counts = (chosen: readonly Rule[]) => chapters
    .map(({ name, title }) => ({ name, title, some: chosen.filter(({ chapter }) => chapter === name).length }))
    .filter(({ some }) => some > 0)
    .map(({ name, title, some }) => `[${title}](${name}.md) ${some}`).join(', ')
  const sections = minors.map(minor => {
    const changes = rules.flatMap(rule => rule.scenarios.flatMap(scenario => changesIn(minor, rule, scenario)))
    const begin = rules.filter(({ since }) => parseVersion(since)[1] === minor)
    const end = rules.filter(({ until }) => until !== undefined && parseVersion(until)[1] === minor - 1)
    return [
      `## 3.${minor}`,
      summary(changes),
      ...(begin.length === 0 ? [] : [`Rules that begin here, for their programs need what older versions lack: ${counts(begin)}.`]),
      ...(end.length === 0 ? [] : [`Rules that ended with 3.${minor - 1}: ${end.map(({ id, chapter }) => ruleLink(id, chapter)).join(', ')}.`]),
      ...changes.map(changeText),
    ].join('\n\n')
  })
  return `${introduction}\n\n${sections.join('\n\n')}\n`
}

const introduction = `# Versions

What changed from one CPython to the next, as its programs show it: every rule whose trace is another one than before, with the program and both traces. New names in asyncio are no changes in this sense; how many rules need them is counted.

This page is generated from the chapters by \`npm run versions\`; the chapters say more of each rule. Which versions were compared and how, [README.md](README.md) says. A release such as 3.12.7 in a range is the first one measured that does it, not the one that brought it: releases between it and the last one that does otherwise were not measured.`

function summary(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No trace changed.'
  return [...new Set(changes.map(({ rule }) => rule))].map(({ id, level, chapter }) => `- ${ruleLink(id, chapter)} ${level}`).join('\n')
}

function ruleLink(id: string, chapter: string): string {
  return `[${id}](${chapter}.md#${id.replaceAll('.', '')})`
}

function changesIn(minor: number, rule: Rule, { source, expectations }: Scenario): readonly Change[] {
  const ordered = expectations.toSorted((a, b) => compareVersions(beginning(a), beginning(b)))
  const first = ordered.findIndex((expectation, index) => index > 0 && beginning(expectation)[1] === minor)
  const before = ordered[first - 1]
  if (before === undefined) return []
  return [{ rule, source, before, after: ordered.slice(first).filter(expectation => beginning(expectation)[1] === minor) }]
}

function beginning({ range }: Expectation): Version {
  return range.from ?? [3, 0, 0]
}

function changeText({ rule, source, before, after }: Change): string {
  const issues = rule.provenance.filter(entry => /^(gh|bpo)-/.test(entry))
  return [
    `### ${ruleLink(rule.id, rule.chapter)}`,
    [`**${rule.level}**`, ...issues].join(' · '),
    // Links within the chapter leave it here.
    rule.text.replaceAll('](#', `](${rule.chapter}.md#`),
    fence('python', source.trimEnd()),
    ...[before, ...after].map(({ range, trace }) => fence(`trace ${rangeText(range)}`, trace.text)),
  ].join('\n\n')
}

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\``
}

import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { globPattern } from '../cli/glob-pattern.ts'
import { didYouMean } from '../cli/nearest.ts'
import { chapterFiles } from '../spec/load-spec.ts'
import type { Clock } from '../spec/rule.ts'
import { compareVersions, parseVersion } from '../spec/version.ts'
import { rulesOf, type ProgramText, type RuleText } from './chapter-text.ts'
import { measure } from './measure.ts'
import { measuredRanges, type Measured } from './measured-ranges.ts'
import { closeOracles, startOracles, type Oracle } from './oracles.ts'
import { recordedText } from './recorded-text.ts'

/*
 * npx tsx scripts/record.ts [--check] [--rule 'gather.*'] [chapter…]
 *
 * Writes into the chapters what real CPythons print: traces per range of versions, since, until, changed. It measures on every
 * CPython it finds: more of them after `npm run oracles`.
 */

interface Edit {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** What a person is told about a chapter, what the recorder would write into it, and whether there was something that it could not measure. */
interface Recording {
  readonly messages: readonly string[]
  readonly edits: readonly Edit[]
  readonly failed: boolean
}

/** The metadata line with `since`, `until` and `changed` as measured; level and provenance pass through. */
function metadataLine(line: string, programs: readonly Measured[]): string {
  const first = programs[0]
  if (!first) return line
  const [level = '', ...entries] = line.split(' · ')
  const changed = [...new Set(programs.flatMap(measured => measured.changed))].toSorted((a, b) => compareVersions(parseVersion(a, 0), parseVersion(b, 0)))
  return [
    level, `since ${first.since}`, ...(first.until === undefined ? [] : [`until ${first.until}`]),
    ...(changed.length === 0 ? [] : [`changed ${changed.join(', ')}`]),
    ...entries.filter(entry => !/^(since|until|changed) /.test(entry)),
  ].join(' · ')
}

/** The clock that a rule's metadata line asks for. */
function clockOf(metadata: string): Clock {
  return metadata.split(' · ').includes('clock: real') ? 'real' : 'virtual'
}

/** The fences of a program as measured, in the place of those that are there; nothing where these say the same. */
function fencesEdit(program: ProgramText, { traces }: Measured): Edit | undefined {
  const same = program.fences.length === traces.length
    && program.fences.every((fence, index) => fence.range === traces[index]?.range && fence.text === traces[index].text)
  if (same) return undefined
  const fences = traces.map(trace => [`\`\`\`trace${trace.range === '' ? '' : ` ${trace.range}`}`, trace.text, '```'].join('\n'))
  const before = program.tracesFrom === program.end ? [''] : []
  return { from: program.tracesFrom, to: program.end, lines: [...before, ...fences.join('\n\n').split('\n')] }
}

function isBefore(version: string, since: string | undefined): boolean {
  return since !== undefined && compareVersions(parseVersion(version), parseVersion(since, 0)) < 0
}

async function recordRule(rule: RuleText, metadata: string, place: (line: number) => string, oracles: readonly Oracle[]): Promise<Recording> {
  const clock = clockOf(metadata)
  const since = / · since (\d[\d.]*)/.exec(metadata)?.[1]
  const measured: Measured[] = []
  const messages: string[] = []
  const edits: Edit[] = []
  for (const program of rule.programs) {
    const say = (text: string) => messages.push(`${place(program.start)}: rule ${rule.id}: ${text}`)
    const measurements = await measure(oracles, rule.id, program.source, clock)
    for (const { version, run } of measurements) {
      // A crash of a version before the rule's `since` has been told, and read, when that was measured.
      if (run.kind === 'faulted' && run.fault !== 'refused' && !isBefore(version, since)) say(`CPython ${version} gives no trace: ${run.message}`)
    }
    try {
      measured.push(measuredRanges(measurements, recordedText(program.fences, clock)))
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
      return { messages, edits: [], failed: true }
    }
    const edit = fencesEdit(program, measured.at(-1) ?? { since: '', changed: [], traces: [] })
    if (edit === undefined) continue
    edits.push(edit)
    say(program.fences.every(fence => fence.text.trim() === '') ? 'trace missing' : 'trace differs from what CPython prints')
  }
  const line = metadataLine(metadata, measured)
  if (line === metadata) return { messages, edits, failed: false }
  return { messages: [...messages, `${place(rule.metadata)}: rule ${rule.id}: measured '${line}'`], edits: [...edits, { from: rule.metadata, to: rule.metadata + 1, lines: [line] }], failed: false }
}

/** Records one chapter; returns what a person must read, and whether something could not be measured. Starts again when somebody writes to the file meanwhile. */
async function recordChapter(file: string, oracles: readonly Oracle[], write: boolean, only: RegExp | undefined): Promise<Pick<Recording, 'messages' | 'failed'>> {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  const place = (line: number) => `spec/${basename(file)}:${line + 1}`
  const rules = rulesOf(lines).filter(rule => (only?.test(rule.id) ?? true) && rule.metadata >= 0)
  const recordings = await Promise.all(rules.map(rule => recordRule(rule, lines[rule.metadata] ?? '', place, oracles)))
  const edits = recordings.flatMap(recording => recording.edits)
  if (write && edits.length > 0) {
    if (readFileSync(file, 'utf8') !== text) return recordChapter(file, oracles, write, only)
    for (const edit of edits.toSorted((a, b) => b.from - a.from)) lines.splice(edit.from, edit.to - edit.from, ...edit.lines)
    writeFileSync(file, lines.join('\n'))
  }
  return { messages: recordings.flatMap(recording => recording.messages), failed: recordings.some(({ failed }) => failed) }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, rule: { type: 'string' } },
})
const only = values.rule === undefined ? undefined : globPattern(values.rule)
const chapters = new Map(chapterFiles().map(file => [basename(file, '.md'), file]))
const unknown = positionals.filter(name => !chapters.has(name))
const files = positionals.length === 0 ? [...chapters.values()] : positionals.flatMap(name => chapters.get(name) ?? [])
const mistakes = [
  ...unknown.map(name => `no chapter ${name}${didYouMean(name, chapters.keys(), 1)}`),
  ...(only !== undefined && unknown.length === 0 && !files.some(file => rulesOf(readFileSync(file, 'utf8').split('\n')).some(({ id }) => only.test(id))) ? [`no rule ${values.rule} in ${files.map(file => `spec/${basename(file)}`).join(', ')}`] : []),
]
if (mistakes.length > 0) {
  console.error(mistakes.join('\n'))
  process.exit(2)
}
const oracles = await startOracles()
console.error(`measuring on CPython ${oracles.map(({ version }) => version).join(', ')}`)
let failed = false
try {
  for (const file of files) {
    const recorded = await recordChapter(file, oracles, !values.check, only)
    for (const message of recorded.messages) console.log(message)
    failed ||= recorded.failed || (values.check && recorded.messages.length > 0)
  }
} finally {
  await closeOracles(oracles)
}
process.exitCode = failed ? 1 : 0

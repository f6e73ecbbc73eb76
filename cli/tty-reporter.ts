import { countReal, countVerdicts, countsByLevel, succeeded, type Report, type Result } from '../suites/report.ts'
import { isGood } from '../suites/verdict.ts'
import { byChapter } from './by-chapter.ts'
import { counted } from './counted.ts'
import { failureText, type View } from './failure-text.ts'
import { legend, markLine } from './marks.ts'
import type { Summary } from './summary.ts'
import { seconds, verdictTable } from './verdict-table.ts'

/** Failures that are drawn; the others are counted. */
const drawn = 10

/** The summary for people: chapters with a mark for each program, failures drawn, what it comes to. */
export function ttyReport({ reports, notStarted, alsoHere }: Summary, view: View): string {
  const { paint } = view
  const [only, ...others] = reports
  const blocks = [
    only !== undefined && others.length === 0 ? chapters(only, view) : verdictTable(reports, paint),
    ...reports.map((report) => failures(report, others.length > 0, view)),
    reports.map((report) => verdict(report, view)).join(''),
    notStarted.map((message) => `${paint.bad('✗')} ${message}\n`).join(''),
    alsoHere.map((line) => `${paint.faint(line)}\n`).join(''),
  ]
  return `\n${blocks.filter((block) => block !== '').join('\n')}`
}

function chapters({ adapter, results }: Report, { columns, paint }: View): string {
  const groups = byChapter(results)
  const width = Math.max(0, ...[...groups.keys()].map((name) => name.length))
  const room = Math.max(10, columns - width - 28)
  const longest = Math.min(room, Math.max(0, ...[...groups.values()].map((own) => own.length)))
  const lines = [...groups].map(([name, own]) => {
    const marks = markLine(own, room, paint) + ' '.repeat(longest - Math.min(own.length, room))
    return `  ${name.padEnd(width)}  ${marks}  ${score(own).padStart(9)}  ${paint.faint(milliseconds(own).padStart(8))}\n`
  })
  const meaning = legend(results, paint)
  return `${paint.strong(adapter.name)} ${paint.faint(`means to be asyncio ${adapter.claims} · ${adapter.clock} clock`)}\n\n${lines.join('')}${meaning === '' ? '' : `\n  ${meaning}\n`}`
}

/** `18`, or `17 of 18` where not all are good; programs that do not apply are not counted. */
function score(results: readonly Result[]): string {
  const applicable = results.filter((result) => result.verdict.kind !== 'not applicable')
  const good = applicable.filter((result) => isGood(result.verdict))
  return good.length === applicable.length ? `${good.length}` : `${good.length} of ${applicable.length}`
}

function milliseconds(results: readonly Result[]): string {
  const sum = results.reduce((total, result) => total + result.milliseconds, 0)
  return `${sum < 10 ? sum.toFixed(1) : Math.round(sum)} ms`
}

function failures(report: Report, named: boolean, view: View): string {
  const bad = report.results.filter((result) => !isGood(result.verdict))
  if (bad.length === 0) return ''
  const more = bad.length - drawn
  return [
    ...(named ? [`${view.paint.strong(`── ${report.adapter.name} `.padEnd(view.columns, '─'))}\n`] : []),
    ...bad.slice(0, drawn).map((result) => failureText(result, view)),
    ...(more > 0 ? [`  … and ${more} more: --rule shows some of them, --reporter json all.\n`] : []),
  ].join('\n')
}

function verdict(report: Report, { paint }: View): string {
  const counts = countVerdicts(report.results)
  const applicable = report.results.length - counts['not applicable']
  const levels = [...countsByLevel(report.results)].flatMap(([level, own]) => (own.pass > 0 ? [`${own.pass} ${level}`] : [])).join(', ')
  const real = countReal(report.results)
  const remarks = [
    ...(real > 0 ? [`${real} of them on the real clock, in ${seconds(report.realMilliseconds)} more`] : []),
    ...(counts['expected fail'] > 0 ? [counted(counts['expected fail'], 'known failure')] : []),
    ...(counts['not applicable'] > 0 ? [`${counts['not applicable']} not applicable`] : []),
    ...(report.untestable.length > 0 ? [`${counted(report.untestable.length, 'rule')} without a program`] : []),
  ]
  const rules = new Set(report.results.filter((result) => result.verdict.kind !== 'not applicable').map((result) => result.rule.id)).size
  const sentence = `${report.adapter.name}: ${counts.pass} of ${counted(applicable, 'program')} of ${counted(rules, 'rule')} as the document says`
  const good = succeeded(report)
  return `${good ? paint.good('✓') : paint.bad('✗')} ${paint.strong(sentence)} (${levels || 'none'}) in ${seconds(report.milliseconds)}\n${remarks.length > 0 ? `  ${paint.faint(remarks.join(' · '))}\n` : ''}`
}

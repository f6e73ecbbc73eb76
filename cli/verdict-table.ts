import { countReal, countsByChapter, countVerdicts, type Counts, type Report } from '../suites/report.ts'
import type { Style } from './style.ts'

/** Chapters down, adapters across: passes, or `passes/programs` where not all that apply pass. */
export function verdictTable(reports: readonly Report[], paint: Style): string {
  const tables = reports.map((report) => countsByChapter(report.results))
  const chapters = [...new Set(tables.flatMap((table) => [...table.keys()]))]
  const rows = [
    ['', ...reports.map((report) => report.adapter.name)],
    ...chapters.map((chapter) => [chapter, ...tables.map((table) => cell(table.get(chapter)))]),
    ['in all', ...reports.map((report) => cell(countVerdicts(report.results)))],
    ['time', ...reports.map((report) => seconds(report.milliseconds))],
    ...(reports.some(({ results }) => countReal(results) > 0) ? [['real clock', ...reports.map((report) => seconds(report.realMilliseconds))]] : []),
  ]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row, index) => {
    const cells = row.map((text, column) => {
      const padded = column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
      return text.includes('/') ? paint.bad(padded) : padded
    })
    const line = `  ${cells.join('  ')}`
    return index === 0 || row[0] === 'in all' ? paint.strong(line) : row[0] === 'time' || row[0] === 'real clock' ? paint.faint(line) : line
  })
  return `${lines.join('\n')}\n`
}

function cell(counts: Counts | undefined): string {
  if (counts === undefined) return '-'
  const good = counts.pass + counts['expected fail']
  const applicable = Object.values(counts).reduce((sum, count) => sum + count, 0) - counts['not applicable']
  if (applicable === 0) return '-'
  return good === applicable ? `${good}` : `${good}/${applicable}`
}

/** `0.34 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

import { firstDifference, runLines, type Answer } from './same-trace.ts'
import type { Style } from './style.ts'

/** The traces of one program: adapters that agree share a column, the first line on which columns differ is marked. */
export function sideBySide(answers: readonly Answer[], columns: number, { bad, faint, strong }: Style): string {
  const groups = grouped(answers)
  const [first, ...others] = groups
  if (first === undefined) return ''
  const names = groups.map((group) => group.map(({ adapter }) => adapter.name).join(', '))
  if (others.length === 0) return `${strong(names.join(''))}\n${runLines(first[0].run).map((line) => `  ${line}\n`).join('')}`
  const mark = Math.min(...others.flatMap(([other]) => firstDifference(first[0], other) ?? []))
  const width = Math.max(12, Math.floor((columns - 2 - 3 * others.length) / groups.length))
  const texts = groups.map(([{ run }]) => runLines(run))
  const row = (cells: readonly string[], gutter: string): string[] => {
    const wrapped = cells.map((cell) => wrap(cell, width))
    return Array.from({ length: Math.max(...wrapped.map((lines) => lines.length)) }, (_, index) =>
      `${index === 0 ? gutter : ' '} ${wrapped.map((lines) => (lines[index] ?? '').padEnd(width)).join(' │ ')}`.trimEnd())
  }
  const rows = Array.from({ length: Math.max(...texts.map((lines) => lines.length)) }, (_, index) => {
    const lines = row(texts.map((text) => text[index] ?? ''), index === mark ? '≠' : ' ')
    return index === mark ? lines.map(bad) : index > mark ? lines.map(faint) : lines
  })
  return `${[...row(names, ' ').map(strong), ...rows.flat()].join('\n')}\n`
}

/** Adapters by trace, in the order in which a trace first appears. */
function grouped(answers: readonly Answer[]): (readonly [Answer, ...Answer[]])[] {
  const groups: [Answer, ...Answer[]][] = []
  for (const answer of answers) {
    const group = groups.find(([first]) => firstDifference(first, answer) === undefined)
    if (group === undefined) groups.push([answer])
    else group.push(answer)
  }
  return groups
}

function wrap(text: string, width: number): string[] {
  return text.length <= width ? [text] : [text.slice(0, width), ...wrap(text.slice(width), width)]
}

import { drawColumns } from './draw-columns.ts'
import { drawLanes } from './draw-lanes.ts'
import type { DiffRow } from './trace-diff.ts'
import { traceDiff } from './trace-diff.ts'
import type { Mismatch } from './verdict.ts'

export interface DrawingOptions {
  /** ANSI colours; off by default. */
  readonly colours?: boolean
  /** At most this many columns; 100 by default. */
  readonly columns?: number
}

/** Rows shown before the first difference and behind it. */
const contextBefore = 6
const contextAfter = 14

/**
 * A failed trace drawn for a terminal: expected and actual side by side with the first difference marked `✗`; then, where
 * several labels (first words of lines) take turns, one lane a label, time downward, `-` missing and `+` unexpected.
 */
export function drawMismatch(mismatch: Mismatch, { colours = false, columns = 100 }: DrawingOptions = {}): string {
  const { rows, before, after } = shown(traceDiff(mismatch))
  const lanes = drawLanes(rows, { colours, columns })
  return [
    ...drawColumns(rows, { colours, columns, before, after }),
    ...whole(mismatch, columns),
    ...(mismatch.times ? [] : ['    (on a real clock: the order counts, not the times)']),
    ...(lanes.length === 0 ? [] : ['', ...lanes]),
  ].join('\n')
}

/** The rows around the first difference, and how many were left out on both ends. */
function shown(all: readonly DiffRow[]): { readonly rows: readonly DiffRow[], readonly before: number, readonly after: number } {
  const first = all.findIndex(row => row.first)
  const from = first <= contextBefore + 1 ? 0 : first - contextBefore
  const to = all.length <= first + contextAfter + 1 ? all.length : first + contextAfter
  return { rows: all.slice(from, to), before: from, after: all.length - to }
}

/** What the table has no room for: the whole first difference where a side was cut off, and what an open order would allow there too. */
function whole({ difference: { expected: [wanted = '(nothing more)', ...others], actual = '(nothing more)' } }: Mismatch, columns: number): readonly string[] {
  const half = Math.floor((columns - 7) / 2)
  const cut = wanted.length > half || actual.length > half
  const wrapped = (label: string, text: string) =>
    (text.match(new RegExp(`.{1,${columns - 14}}(?: |$)|.{1,${columns - 14}}`, 'gu')) ?? []).map((line, index) => `    ${(index === 0 ? label : '').padEnd(10)}${line.trimEnd()}`)
  return [
    ...(cut ? ['', ...wrapped('expected', wanted), ...wrapped('actual', actual)] : []),
    ...[...new Set(others)].flatMap(other => other === wanted ? [] : wrapped('or', other)),
  ]
}

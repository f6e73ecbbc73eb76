import type { ExpectedLine, ExpectedPart } from '../spec/expected-trace.ts'
import { withoutTime } from '../spec/match-trace.ts'
import type { Mismatch } from './verdict.ts'

/** A line of a failure: in both traces, expected only, or actual only; `first` marks where they part (a line of each side, if each has one there). */
export interface DiffRow {
  readonly side: 'both' | 'expected' | 'actual'
  readonly text: string
  readonly first: boolean
}

/** Lines behind the first difference that are compared with each other; further ones are only shown in their order. */
const comparedLines = 200

/** The two traces of a failure as one list of rows, in the order of time as far as both agree on it. */
export function traceDiff({ difference, expected, actual, times }: Mismatch): readonly DiffRow[] {
  const lines = [...actual.lines, `=> ${actual.outcome}`]
  const at = difference.actualLine - 1
  const before = lines.slice(0, at).map((text): DiffRow => ({ side: 'both', text, first: false }))
  const wanted = difference.expected.length === 0 ? [] : remaining(expected.parts, difference.expectedLine, difference.expected)
  const same = times ? (a: string, b: string) => a === b : (a: string, b: string) => withoutTime(a) === withoutTime(b)
  const rows = [...before, ...aligned(wanted, lines.slice(at), same)]
  const first = rows.findIndex(row => row.side !== 'both')
  const agreeing = rows.findIndex((row, index) => index > first && row.side === 'both')
  const parting = rows.slice(first, agreeing < 0 ? rows.length : agreeing)
  const opposite = first + parting.findIndex(row => row.side !== parting[0]?.side)
  return rows.map((row, index) => ({ ...row, first: index === first || (index === opposite && opposite > first) }))
}

/** What was still expected from line `from` on; an open `either` block by its first alternative. */
function remaining(parts: readonly ExpectedPart[], from: number, open: readonly string[]): readonly string[] {
  const index = parts.findIndex(part => linesOf(part).some(({ line }) => line === from))
  const part = parts[index]
  if (!part) return open
  const rest = parts.slice(index + 1).flatMap(next => next.kind === 'either' ? next.alternatives[0] ?? [] : linesOf(next)).map(line => line.text)
  if (part.kind === 'line') return [part.line.text, ...rest]
  if (part.kind === 'unordered') return [...open, ...rest]
  const alternative = part.alternatives.find(lines => lines.some(({ line }) => line === from)) ?? []
  return [...alternative.filter(({ line }) => line >= from).map(line => line.text), ...rest]
}

function linesOf(part: ExpectedPart): readonly ExpectedLine[] {
  switch (part.kind) {
    case 'line': return [part.line]
    case 'unordered': return part.lines
    case 'either': return part.alternatives.flat()
  }
}

/** Rows by the longest common subsequence of both lists. */
function aligned(expected: readonly string[], actual: readonly string[], same: (a: string, b: string) => boolean): readonly DiffRow[] {
  const [a, b] = [expected.slice(0, comparedLines), actual.slice(0, comparedLines)]
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  const commonAt = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = same(a[i] ?? '', b[j] ?? '') ? commonAt(i + 1, j + 1) + 1 : Math.max(commonAt(i + 1, j), commonAt(i, j + 1))
    }
  }
  const rows: DiffRow[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [wanted = '', got = ''] = [a[i], b[j]]
    if (same(wanted, got)) {
      rows.push({ side: 'both', text: got, first: false })
      i++
      j++
    } else if (commonAt(i + 1, j) >= commonAt(i, j + 1)) {
      rows.push({ side: 'expected', text: wanted, first: false })
      i++
    } else {
      rows.push({ side: 'actual', text: got, first: false })
      j++
    }
  }
  for (const text of expected.slice(i)) rows.push({ side: 'expected', text, first: false })
  for (const text of actual.slice(j)) rows.push({ side: 'actual', text, first: false })
  return rows
}

import type { Result } from '../suites/report.ts'
import type { VerdictKind } from '../suites/verdict.ts'
import type { Style } from './style.ts'

/** One character a verdict, the gravest first: what a bucket of several shows. */
const marks: Readonly<Record<VerdictKind, { readonly mark: string; readonly paint: keyof Style; readonly meaning: string }>> = {
  'suite bug': { mark: '?', paint: 'odd', meaning: 'CPython disagrees with the document' },
  'error': { mark: '!', paint: 'bad', meaning: 'no trace' },
  'fail': { mark: '✗', paint: 'bad', meaning: 'another trace' },
  'unexpected pass': { mark: '^', paint: 'odd', meaning: 'passes against the baseline' },
  'expected fail': { mark: '~', paint: 'odd', meaning: 'fails as the baseline says' },
  'pass': { mark: '▪', paint: 'good', meaning: 'as the document says' },
  'not applicable': { mark: '·', paint: 'faint', meaning: 'not applicable' },
}
const gravity = Object.keys(marks)

/** A character for each result, in order; in less `room` a character for each few of them, the gravest. */
export function markLine(results: readonly Result[], room: number, paint: Style): string {
  const cells = Math.min(results.length, room)
  return Array.from({ length: cells }, (_, cell) => {
    const bucket = results.slice(Math.floor((cell * results.length) / cells), Math.floor(((cell + 1) * results.length) / cells))
    return markOf(gravest(bucket), paint)
  }).join('')
}

/** The mark of one verdict, painted. */
export function markOf(kind: VerdictKind, paint: Style): string {
  const { mark, paint: colour } = marks[kind]
  return paint[colour](mark)
}

/** What the marks mean that appear beside passes: `✗ another trace  · not applicable`. */
export function legend(results: readonly Result[], paint: Style): string {
  const kinds = new Set(results.map((result) => result.verdict.kind))
  kinds.delete('pass')
  return [...kinds].map((kind) => `${markOf(kind, paint)} ${marks[kind].meaning}`).join('  ')
}

function gravest(results: readonly Result[]): VerdictKind {
  return results.map((result) => result.verdict.kind).toSorted((a, b) => gravity.indexOf(a) - gravity.indexOf(b))[0] ?? 'not applicable'
}

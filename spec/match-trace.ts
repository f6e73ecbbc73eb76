import type { ExpectedLine, ExpectedPart, ExpectedTrace } from './expected-trace.ts'
import type { Trace } from './trace.ts'

/** Where a trace first leaves the expected one. */
export interface Difference {
  /** Line of the expected trace's text, from 1; where nothing more was expected, its last line. */
  readonly expectedLine: number
  /** Line of the actual trace, from 1, the outcome being its last. */
  readonly actualLine: number
  /** What could have stood there: several texts in an open block, none where the trace should have ended. */
  readonly expected: readonly string[]
  /** Absent where the actual trace had ended. */
  readonly actual?: string
}

/** `times: false` compares the order of lines only: for real clocks. */
export interface MatchOptions {
  readonly times: boolean
}

/** A line without its time. */
export function withoutTime(line: string): string {
  return line.replace(/^\d+(?:\.\d+)?(?:e[+-]?\d+)? /, '')
}

/** Compares `trace` with what was expected: the first difference, or nothing when it matches. */
export function matchTrace(expected: ExpectedTrace, trace: Trace, { times }: MatchOptions): Difference | undefined {
  const actual = [...trace.lines, `=> ${trace.outcome}`]
  const same = times
    ? (line: ExpectedLine, text: string | undefined) => line.text === text
    : (line: ExpectedLine, text: string | undefined) => text !== undefined && withoutTime(line.text) === withoutTime(text)
  return matchFrom(expected.parts, 0, actual, 0, same)
}

type Same = (line: ExpectedLine, text: string | undefined) => boolean

/** Matches `parts` from index `part` on with `actual` from index `at` on; an `either` tries its alternatives with what follows. */
function matchFrom(parts: readonly ExpectedPart[], part: number, actual: readonly string[], at: number, same: Same): Difference | undefined {
  for (let i = part; ; i++) {
    const next = parts[i]
    if (next === undefined) return at < actual.length ? differs([], lastLine(parts), actual, at) : undefined
    switch (next.kind) {
      case 'line':
        if (!same(next.line, actual[at])) return differs([next.line], next.line.line, actual, at)
        at++
        break
      case 'unordered': {
        const open = [...next.lines]
        for (; open.length > 0; at++) {
          const found = open.findIndex(line => same(line, actual[at]))
          if (found < 0) return differs(open, open[0]?.line ?? 0, actual, at)
          open.splice(found, 1)
        }
        break
      }
      case 'either': {
        let furthest: Difference | undefined
        for (const lines of next.alternatives) {
          const spliced = [...lines.map(line => ({ kind: 'line', line }) as const), ...parts.slice(i + 1)]
          const difference = matchFrom(spliced, 0, actual, at, same)
          if (difference === undefined) return undefined
          furthest = furthest === undefined ? difference : further(furthest, difference)
        }
        return furthest
      }
    }
  }
}

/** The difference that came later; of two at the same line, one that allows what either allows. */
function further(a: Difference, b: Difference): Difference {
  if (a.actualLine !== b.actualLine) return a.actualLine > b.actualLine ? a : b
  return { ...a, expected: [...new Set([...a.expected, ...b.expected])] }
}

function differs(expected: readonly ExpectedLine[], expectedLine: number, actual: readonly string[], at: number): Difference {
  const text = actual[at]
  return { expectedLine, actualLine: at + 1, expected: expected.map(line => line.text), ...(text === undefined ? {} : { actual: text }) }
}

function lastLine(parts: readonly ExpectedPart[]): number {
  const last = parts.at(-1)
  return last?.kind === 'line' ? last.line.line : 0
}

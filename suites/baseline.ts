import { withoutTime } from '../spec/match-trace.ts'
import type { Errored, Fail } from './verdict.ts'

/** How a scenario is known to fail: at which line of its trace, or with which fault. */
export type KnownFailure =
  | { readonly fault: string }
  | { readonly line: number, readonly expected: readonly string[], readonly actual: string }

/** Known failures by scenario id (the rule's id; `#2` behind it for its second program). */
export type Baseline = ReadonlyMap<string, KnownFailure>

/** A baseline file that cannot be read; the message names the file, the entry and what is expected there. */
export class BaselineError extends Error {}

/** Reads a baseline file's text; `file` is for messages. Throws a BaselineError. */
export function parseBaseline(text: string, file: string): Baseline {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new BaselineError(`${file}: not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!isRecord(json)) throw new BaselineError(`${file}: expected an object of rule ids, as --write-baseline writes it`)
  return new Map(Object.entries(json).map(([id, entry]) => [id, knownFailure(entry, `${file}: "${id}"`)]))
}

function knownFailure(entry: unknown, place: string): KnownFailure {
  if (isRecord(entry)) {
    const { fault, line, expected, actual } = entry
    if (typeof fault === 'string') return { fault }
    if (typeof line === 'number' && Array.isArray(expected) && expected.every(text => typeof text === 'string') && typeof actual === 'string')
      return { line, expected, actual }
  }
  throw new BaselineError(`${place}: expected {"fault": "…"} or {"line": n, "expected": ["…"], "actual": "…"}`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The baseline entry of a failure; without times where they were not compared. */
export function fingerprint(failure: Fail | Errored): KnownFailure {
  if (failure.kind === 'error') return { fault: failure.fault }
  const { actualLine, expected, actual = '' } = failure.difference
  if (failure.times) return { line: actualLine, expected, actual }
  return { line: actualLine, expected: expected.map(withoutTime), actual: withoutTime(actual) }
}

/** Whether `failure` is the known one. */
export function isKnown(failure: Fail | Errored, known: KnownFailure): boolean {
  return JSON.stringify(fingerprint(failure)) === JSON.stringify(known)
}

/** The text of a baseline file: sorted by rule, so that two of them can be compared. */
export function baselineText(baseline: Baseline): string {
  const entries = [...baseline].toSorted(([a], [b]) => a < b ? -1 : 1)
  return JSON.stringify(Object.fromEntries(entries), undefined, 2) + '\n'
}

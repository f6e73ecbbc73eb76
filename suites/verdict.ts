import type { FaultKind } from '../adapters/adapter.ts'
import type { ExpectedTrace } from '../spec/expected-trace.ts'
import type { Difference } from '../spec/match-trace.ts'
import type { Trace } from '../spec/trace.ts'

/** A trace that is not the expected one. */
export interface Mismatch {
  readonly difference: Difference
  readonly expected: ExpectedTrace
  readonly actual: Trace
  /** Whether times were compared: not on a real clock. */
  readonly times: boolean
}

/** The adapter gave no trace. */
export interface Fault {
  readonly fault: FaultKind
  readonly message: string
}

/** Another trace than the document's. */
export interface Fail extends Mismatch {
  readonly kind: 'fail'
}

/** No trace. */
export interface Errored extends Fault {
  readonly kind: 'error'
}

/** Why a scenario was not run. `capability`: the adapter lacks one; `version`: no trace for what it claims; `level`: beyond the level asked for; `clock`: needs a virtual one. */
export interface NotApplicable {
  readonly kind: 'not applicable'
  readonly reason: 'capability' | 'version' | 'level' | 'clock'
  /** `lacks executors`, `holds for 3.8-3.11, not 3.14`, `of level CPYTHON`. */
  readonly explanation: string
}

/** What is to be said of one scenario on one adapter. */
export type Verdict =
  | { readonly kind: 'pass' }
  | Fail
  | Errored
  /** It fails exactly as the baseline file says. */
  | { readonly kind: 'expected fail', readonly failure: Fail | Errored }
  /** It passes although the baseline file says that it fails. */
  | { readonly kind: 'unexpected pass' }
  | NotApplicable
  /** It failed, but CPython itself disagrees with the document: `mismatch` is between the document and the oracle. */
  | { readonly kind: 'suite bug', readonly oracle: string, readonly mismatch: Mismatch, readonly failure: Fail | Errored }

export type VerdictKind = Verdict['kind']

/** Whether the verdict lets a run succeed. */
export function isGood(verdict: Verdict): boolean {
  switch (verdict.kind) {
    case 'pass': case 'expected fail': case 'not applicable': return true
    case 'fail': case 'error': case 'unexpected pass': case 'suite bug': return false
  }
}

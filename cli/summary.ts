import type { Report } from '../suites/report.ts'

/** All that a run has to tell. */
export interface Summary {
  readonly reports: readonly Report[]
  /** Why adapters did not start, one sentence each. */
  readonly notStarted: readonly string[]
  /** What else this machine offers, as lines of text; only for people. */
  readonly alsoHere: readonly string[]
}

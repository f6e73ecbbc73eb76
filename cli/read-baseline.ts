import { readFileSync } from 'node:fs'
import { BaselineError, fingerprint, parseBaseline, type Baseline } from '../suites/baseline.ts'
import type { Report } from '../suites/report.ts'
import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** The baseline in `file`. Throws `UserError` when it cannot be read or is none. */
export function readBaseline(file: string): Baseline {
  try {
    return parseBaseline(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof BaselineError) throw new UserError(exitCode.badInput, error.message)
    throw new UserError(exitCode.badInput, `--baseline: cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The failures of a report, as a baseline. */
export function baselineOf(report: Report): Baseline {
  return new Map(report.results.flatMap(({ scenario, verdict }) => {
    switch (verdict.kind) {
      case 'fail': case 'error': return [[scenario.id, fingerprint(verdict)]] as const
      case 'expected fail': case 'suite bug': return [[scenario.id, fingerprint(verdict.failure)]] as const
      case 'pass': case 'unexpected pass': case 'not applicable': return []
    }
  }))
}

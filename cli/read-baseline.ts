import { readFileSync } from 'node:fs'
import type { Spec } from '../spec/chapter.ts'
import { utf8Text } from '../spec/utf8-text.ts'
import { BaselineError, fingerprint, parseBaseline, type Baseline } from '../suites/baseline.ts'
import type { Report } from '../suites/report.ts'
import { exitCode } from './exit-code.ts'
import { didYouMean } from './nearest.ts'
import { UserError } from './user-error.ts'

/** The baseline in `file`. Throws `UserError` when it cannot be read or is none. */
export function readBaseline(file: string): Baseline {
  try {
    return parseBaseline(utf8Text(readFileSync(file)), file)
  } catch (error) {
    if (error instanceof BaselineError) throw new UserError(exitCode.badInput, error.message)
    throw new UserError(exitCode.badInput, `--baseline: cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Throws `UserError` when `baseline` names a program that the document does not have: it would never be asked. */
export function checkBaseline(baseline: Baseline, { rules, retired }: Spec): void {
  const known = new Set(rules.flatMap((rule) => rule.scenarios.map((scenario) => scenario.id)))
  const strange = [...baseline.keys()].filter((id) => !known.has(id))
  if (strange.length === 0) return
  const lines = strange.map((id) => `--baseline: "${id}": ${retired.includes(id) ? 'this rule is retired (spec/retired.md)' : `no such rule${didYouMean(id, known, 1)}`}`)
  throw new UserError(exitCode.badInput, `${lines.join('\n')}\nTake ${strange.length === 1 ? 'it' : 'them'} out, or write the file anew with --write-baseline.`)
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

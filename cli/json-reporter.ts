import { countVerdicts, countsByLevel, succeeded, type Report, type Result } from '../suites/report.ts'
import type { Errored, Fail, Mismatch, Verdict } from '../suites/verdict.ts'
import type { Summary } from './summary.ts'

/** The run as one JSON object: a report per adapter, every verdict with what led to it. */
export function jsonReport({ reports, notStarted }: Summary): string {
  return `${JSON.stringify({ reports: reports.map(reportData), notStarted }, undefined, 2)}\n`
}

function reportData(report: Report) {
  return {
    adapter: report.adapter,
    level: report.level,
    succeeded: succeeded(report),
    milliseconds: Math.round(report.milliseconds),
    realMilliseconds: Math.round(report.realMilliseconds),
    counts: countVerdicts(report.results),
    levels: Object.fromEntries(countsByLevel(report.results)),
    untestable: report.untestable.map((rule) => rule.id),
    results: report.results.map(resultData),
  }
}

function resultData({ rule, scenario, verdict, milliseconds }: Result) {
  return { rule: rule.id, scenario: scenario.id, chapter: rule.chapter, level: rule.level, hash: rule.hash, place: scenario.place, milliseconds, ...verdictData(verdict) }
}

function verdictData(verdict: Verdict) {
  switch (verdict.kind) {
    case 'pass': case 'unexpected pass': return { verdict: verdict.kind }
    case 'fail': case 'error': return { verdict: verdict.kind, ...failureData(verdict) }
    case 'expected fail': return { verdict: verdict.kind, ...failureData(verdict.failure) }
    case 'not applicable': return { verdict: verdict.kind, reason: verdict.reason, explanation: verdict.explanation }
    case 'suite bug': return { verdict: verdict.kind, oracle: { name: verdict.oracle, ...mismatchData(verdict.mismatch) }, ...failureData(verdict.failure) }
  }
}

function failureData(failure: Fail | Errored) {
  return failure.kind === 'error' ? { fault: failure.fault, message: failure.message } : mismatchData(failure)
}

function mismatchData({ difference, expected, actual, times }: Mismatch) {
  return { difference, expected: expected.text, actual: { trace: actual.lines, outcome: actual.outcome }, times }
}

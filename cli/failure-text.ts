import { drawMismatch } from '../suites/drawing.ts'
import { indented } from '../suites/indented.ts'
import type { Result } from '../suites/report.ts'
import type { Errored, Fail, Mismatch } from '../suites/verdict.ts'
import { firstSentence } from './first-sentence.ts'
import { markOf } from './marks.ts'
import type { Style } from './style.ts'

/** How failures are drawn. */
export interface View {
  readonly columns: number
  readonly colours: boolean
  readonly paint: Style
}

/** A result that stands against the implementation or the suite: its rule, the rule's sentence, and what happened. Empty for a good one. */
export function failureText(result: Result, view: View): string {
  const { rule, scenario, verdict } = result
  const { paint } = view
  const heading = `${markOf(verdict.kind, paint)} ${paint.strong(scenario.id)}  ${rule.level}  ${paint.faint(`${scenario.place.file}:${scenario.place.line}`)}\n  ${firstSentence(rule.text)}\n`
  switch (verdict.kind) {
    case 'pass': case 'expected fail': case 'not applicable': return ''
    case 'unexpected pass': return `${heading}  It passes, and the baseline says that it fails: take it out of the baseline.\n`
    case 'fail': case 'error': return heading + whatHappened(verdict, view)
    case 'suite bug': return `${heading}  The document is wrong: ${verdict.oracle} disagrees with it.\n${drawn(verdict.mismatch, view)}  And the implementation:\n${whatHappened(verdict.failure, view)}`
  }
}

function whatHappened(failure: Fail | Errored, view: View): string {
  return failure.kind === 'error' ? `  ${failure.fault}: ${failure.message}\n` : drawn(failure, view)
}

function drawn(mismatch: Mismatch, { columns, colours }: View): string {
  return `${indented(drawMismatch(mismatch, { columns: columns - 2, colours }).trimEnd(), 2)}\n`
}

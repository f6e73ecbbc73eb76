import { drawMismatch } from '../suites/drawing.ts'
import type { Result } from '../suites/report.ts'
import type { Errored, Fail } from '../suites/verdict.ts'
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
    case 'suite bug': return `${heading}  The document is wrong: ${verdict.oracle} disagrees with it.\n${indented(drawMismatch(verdict.mismatch, drawing(view)))}  And the implementation:\n${whatHappened(verdict.failure, view)}`
  }
}

function whatHappened(failure: Fail | Errored, view: View): string {
  return failure.kind === 'error' ? `  ${failure.fault}: ${failure.message}\n` : indented(drawMismatch(failure, drawing(view)))
}

function drawing({ columns, colours }: View): { columns: number; colours: boolean } {
  return { columns: columns - 2, colours }
}

function indented(text: string): string {
  return `${text.trimEnd().split('\n').map((line) => `  ${line}`.trimEnd()).join('\n')}\n`
}

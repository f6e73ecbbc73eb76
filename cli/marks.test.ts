import { expect, test } from 'vitest'
import { readChapter } from '../spec/read-chapter.ts'
import type { Result } from '../suites/report.ts'
import type { Verdict } from '../suites/verdict.ts'
import { legend, markLine } from './marks.ts'
import { style } from './style.ts'

const { rules: [rule] } = readChapter('spec/doors.md', '# Doors\n\n### door.opens\n\n**MUST** · since 3.8 · observed\n\nIt opens.\n\n```python\nlog(1)\n```\n\n```trace\n0 1\n=> None\n```\n')
const plain = style(false)

function results(...verdicts: readonly Verdict[]): readonly Result[] {
  const scenario = rule?.scenarios[0]
  if (rule === undefined || scenario === undefined) throw new Error('the chapter above has a rule with a program')
  return verdicts.map((verdict) => ({ rule, scenario, verdict, milliseconds: 0 }))
}

const pass: Verdict = { kind: 'pass' }
const error: Verdict = { kind: 'error', fault: 'hang', message: 'slow' }
const notApplicable: Verdict = { kind: 'not applicable', reason: 'version', explanation: 'holds until 3.11' }

test('each result has its mark', () => {
  expect(markLine(results(pass, error, notApplicable, { kind: 'unexpected pass' }), 10, plain)).toBe('▪!·^')
})

test('where room is short, a mark stands for several and shows the gravest', () => {
  expect(markLine(results(pass, pass, error, pass, notApplicable, pass), 3, plain)).toBe('▪!▪')
})

test('only marks that need it are explained', () => {
  expect(legend(results(pass, notApplicable, error), plain)).toBe('· not applicable  ! no trace')
})

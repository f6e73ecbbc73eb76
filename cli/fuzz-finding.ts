import type { Adapter } from '../adapters/adapter.ts'
import { parseExpectedTrace } from '../spec/parse-expected-trace.ts'
import { matchTrace } from '../spec/match-trace.ts'
import type { Rule } from '../spec/rule.ts'
import { traceText } from '../spec/trace.ts'
import { drawMismatch } from '../suites/drawing.ts'
import { linesOf } from '../suites/fuzz/difference.ts'
import type { Finding } from '../suites/fuzz/differential.ts'
import { pythonScript } from '../suites/fuzz/python-script.ts'
import { relatedRules } from '../suites/fuzz/related-rules.ts'
import { firstSentence } from './first-sentence.ts'
import type { View } from './failure-text.ts'
import { toJavascript } from './to-javascript.ts'

/** All that is to be said of a finding: the program in both languages, the traces, the lanes, rules nearby, and how to see it again. */
export function findingText(finding: Finding, [mine, oracle]: readonly [Adapter, Adapter], rules: readonly Rule[], replay: string, view: View): string {
  const { paint } = view
  const { source } = finding.program
  const javascript = toJavascript(source)
  const parts = [
    paint.strong(`── ${finding.program.id}: ${mine.name} ≠ ${oracle.name} `.padEnd(Math.min(view.columns, 80), '─')),
    '', paint.faint('# Python: paste into a file, run with python3'), pythonScript(source).trimEnd(),
    '', paint.faint('// JavaScript'), 'code' in javascript ? javascript.code.trimEnd() : `// refused: ${javascript.refused}`,
    '', paint.faint(`expected: ${oracle.name}, actual: ${mine.name}`), traces(finding, view),
  ]
  const related = relatedRules(source, rules, 4)
  if (related.length > 0) parts.push('', paint.faint('rules nearby'), ...related.map((rule) => `  ${rule.id}  ${paint.faint(firstSentence(rule.text))}`))
  return `${[...parts, '', paint.faint('again'), `  ${replay}`].join('\n')}\n\n`
}

function traces({ runs: [mine, oracle] }: Finding, view: View): string {
  if (mine.kind === 'finished' && oracle.kind === 'finished') {
    const expected = parseExpectedTrace(traceText(oracle.trace))
    const difference = matchTrace(expected, mine.trace, { times: true })
    if (difference !== undefined) return drawMismatch({ expected, actual: mine.trace, difference, times: true }, { columns: view.columns, colours: view.colours })
  }
  return [['expected', oracle], ['actual', mine]].map(([title, run]) => `  ${String(title)}\n${typeof run === 'object' ? linesOf(run).map((line) => `    ${line}\n`).join('') : ''}`).join('')
}

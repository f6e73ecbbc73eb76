import { matchTrace } from '../spec/match-trace.ts'
import { parseExpectedTrace } from '../spec/parse-expected-trace.ts'
import type { Clock } from '../spec/rule.ts'
import { traceText, type Trace } from '../spec/trace.ts'
import { inRange, parseVersion, parseVersionRange } from '../spec/version.ts'
import type { TraceFence } from './chapter-text.ts'

/**
 * How the document is to have the trace of a `version`: as one of the `fences` that are already there where one matches, so open
 * orders (`unordered`, `either`), which only people can write, survive; otherwise as printed.
 */
export function recordedText(fences: readonly TraceFence[], clock: Clock): (version: string, trace: Trace) => string {
  const written = fences.filter(({ text }) => text.trim() !== '').map(({ range, text }) => ({ range: parseVersionRange(range), text, expected: parseExpectedTrace(text) }))
  return (version, trace) => {
    const matching = written.filter(({ expected }) => matchTrace(expected, trace, { times: clock === 'virtual' }) === undefined)
    const own = matching.find(({ range }) => inRange(parseVersion(version), range))
    return (own ?? matching[0])?.text ?? traceText(trace)
  }
}

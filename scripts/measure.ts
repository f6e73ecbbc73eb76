import { defaultLimits, type Run } from '../adapters/adapter.ts'
import { withoutTime } from '../spec/match-trace.ts'
import type { Clock } from '../spec/rule.ts'
import type { Measurement } from './measured-ranges.ts'
import type { Oracle } from './oracles.ts'

/** Runs one program on every oracle that has what it needs; a version without a name that others have refuses it. */
export async function measure(oracles: readonly Oracle[], id: string, source: string, clock: Clock): Promise<readonly Measurement[]> {
  const names = namesIn(source).filter(name => oracles.some(oracle => oracle.names.has(name)))
  const able = clock === 'virtual' ? oracles : oracles.filter(({ adapter }) => !adapter.lacks.includes('streams'))
  return Promise.all(able.map(async ({ adapter, version, names: has }): Promise<Measurement> => {
    const missing = names.filter(name => !has.has(name))
    if (missing.length > 0) return { version, run: { kind: 'faulted', fault: 'refused', message: `asyncio has no ${missing.join(', ')}` } }
    return { version, run: recorded(await adapter.run({ id, source, clock }, defaultLimits), clock) }
  }))
}

/** The members of asyncio and the exception groups that a program names: on a version without them it means nothing. */
function namesIn(source: string): readonly string[] {
  return [...new Set([...source.matchAll(/\basyncio\.(\w+)|\b((?:Base)?ExceptionGroup)\b/g)].map(match => match[1] ?? match[2] ?? ''))]
}

/** A run as the document has it: on the real clock every time is 0. */
function recorded(run: Run, clock: Clock): Run {
  if (clock === 'virtual' || run.kind === 'faulted') return run
  return { ...run, trace: { ...run.trace, lines: run.trace.lines.map(line => withoutTime(line) === line ? line : `0 ${withoutTime(line)}`) } }
}

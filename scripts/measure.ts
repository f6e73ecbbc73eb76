import { defaultLimits, type Run } from '../adapters/adapter.ts'
import { withoutTime } from '../spec/match-trace.ts'
import type { Program } from '../spec/program.ts'
import type { Clock } from '../spec/rule.ts'
import { traceText } from '../spec/trace.ts'
import type { Measurement } from './measured-ranges.ts'
import type { Control, Oracle } from './oracles.ts'

/** Rules on which the pure Python tasks of 3.10.2 alone do what neither its compiled ones nor those of a later release do. */
const pureAccidents: readonly string[] = ['future.exception-refused']

/** Runs one program on every oracle that has what it needs; a version without a name that others have refuses it. */
export async function measure(oracles: readonly Oracle[], id: string, source: string, clock: Clock): Promise<readonly Measurement[]> {
  const program = { id, source, clock }
  const names = namesIn(source).filter(name => oracles.some(oracle => oracle.names.has(name)))
  const able = oracles.filter(({ adapter: { lacks } }) => !(clock === 'real' && lacks.includes('streams')) && !(source.includes('aiohttp') && lacks.includes('aiohttp')))
  const measured = able.map(async ({ adapter, version, names: has, control }): Promise<readonly Measurement[]> => {
    const missing = names.filter(name => !has.has(name))
    if (missing.length > 0) return [{ version, run: { kind: 'faulted', fault: 'refused', message: `asyncio has no ${missing.join(', ')}` } }]
    const run = recorded(await adapter.run(program, defaultLimits), clock)
    return control === undefined || (!pureAccidents.includes(id) && await isTheSame(control, program)) ? [{ version, run }] : []
  })
  return (await Promise.all(measured)).flat()
}

/** Whether a program does not tell the compiled tasks from those written in Python. */
async function isTheSame({ compiled, pure }: Control, program: Program): Promise<boolean> {
  const [one, other] = await Promise.all([compiled.run(program, defaultLimits), pure.run(program, defaultLimits)])
  return one.kind === 'finished' && other.kind === 'finished' && traceText(one.trace) === traceText(other.trace)
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

import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultLimits, type Adapter, type Run } from '../adapters/adapter.ts'
import { findPythons } from '../adapters/machine.ts'
import { pyodideAdapter } from '../adapters/python/pyodide-adapter.ts'
import { pythonAdapter } from '../adapters/python/python-adapter.ts'
import { chapterFiles } from '../spec/load-spec.ts'
import { matchTrace, withoutTime } from '../spec/match-trace.ts'
import { parseExpectedTrace } from '../spec/parse-expected-trace.ts'
import type { Clock } from '../spec/rule.ts'
import type { Trace } from '../spec/trace.ts'
import { inRange, parseVersion, parseVersionRange } from '../spec/version.ts'
import { rulesOf, type ProgramText, type RuleText, type TraceFence } from './chapter-text.ts'
import { measuredRanges, type Measured, type Measurement } from './measured-ranges.ts'

/*
 * Writes into the chapters what real CPythons print: traces per range of versions, since, until, changed.
 * A trace that is already there and matches what every version in its range prints is left as it stands,
 * so open orders (`unordered`, `either`), which only people can write, survive.
 */

/** Whether the traces in the document agree with everything measured. */
function holds(program: ProgramText, measured: Measured, measurements: readonly Measurement[], clock: Clock): boolean {
  const usable = new Set(measured.traces.flatMap(trace => trace.versions))
  const covers = (fence: TraceFence) => [...usable].some(version => inRange(parseVersion(version), parseVersionRange(fence.range)))
  return program.fences.every(fence => fence.text.trim() !== '' && covers(fence)) && measurements.every(({ version, run }) => {
    const fences = program.fences.filter(fence => inRange(parseVersion(version), parseVersionRange(fence.range)))
    if (!usable.has(version)) return true
    const fence = fences[0]
    return fence !== undefined && fences.length === 1 && run.kind === 'finished'
      && matchTrace(parseExpectedTrace(fence.text), run.trace, { times: clock === 'virtual' }) === undefined
  })
}

/** The metadata line with `since`, `until` and `changed` as measured; level and provenance pass through. */
function metadataLine(line: string, programs: readonly Measured[], kept: readonly boolean[]): string {
  const first = programs[0]
  if (!first) return line
  const [level = '', ...entries] = line.split(' · ')
  const rest = entries.filter(entry => !/^(since|until|changed) /.test(entry))
  const changes = new Set(programs.flatMap((measured, i) => kept[i] && measured.traces.length > 1 ? [] : measured.changed))
  const written = /^changed (.*)$/.exec(entries.find(entry => entry.startsWith('changed ')) ?? '')?.[1]?.split(', ') ?? []
  if (kept.some(Boolean)) for (const version of written) changes.add(version)
  return [
    level, `since ${first.since}`, ...(first.until === undefined ? [] : [`until ${first.until}`]),
    ...(changes.size === 0 ? [] : [`changed ${[...changes].sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1])).join(', ')}`]),
    ...rest,
  ].join(' · ')
}

/** What a version must have for a program to mean anything there: asyncio's names in it, and exception groups. */
function namesIn(source: string): readonly string[] {
  return [...source.matchAll(/\basyncio\.(\w+)|\b((?:Base)?ExceptionGroup)\b/g)].map(match => match[1] ?? match[2] ?? '')
}

/** A program that logs those of `names` that the version lacks. */
function probe(names: readonly string[]): string {
  return `import builtins\nfor name in ${JSON.stringify(names)}:\n    if not hasattr(asyncio, name) and not hasattr(builtins, name):\n        log(name)\n`
}

/** A trace as the document has it: on the real clock every time is 0. */
function recorded(run: Run, clock: Clock): Run {
  if (clock === 'virtual' || run.kind === 'faulted') return run
  const trace: Trace = { ...run.trace, lines: run.trace.lines.map(line => withoutTime(line) === line ? line : `0 ${withoutTime(line)}`) }
  return { ...run, trace }
}

/** The clock that a rule's metadata line asks for. */
function clockOf(metadata: string): Clock {
  return metadata.split(' · ').includes('clock: real') ? 'real' : 'virtual'
}

async function measure(adapters: readonly Adapter[], id: string, source: string, clock: Clock): Promise<readonly Measurement[]> {
  const names = [...new Set(namesIn(source))]
  const measured = adapters.map(async (adapter) => {
    const [run, lacking]: readonly Run[] = await Promise.all([
      adapter.run({ id, source, clock }, defaultLimits),
      adapter.run({ id: `${id} names`, source: probe(names) }, defaultLimits),
    ])
    const lacks = lacking?.kind === 'finished' ? lacking.trace.lines.map(line => line.replace(/^0 /, '')) : []
    return { version: adapter.claims, run, lacks }
  })
  const points = await Promise.all(measured)
  const everywhere = names.filter(name => points.every(point => point.lacks.includes(name)))
  return points.map(({ version, run, lacks }): Measurement => {
    const missing = lacks.filter(name => !everywhere.includes(name))
    return { version, run: run && missing.length === 0 ? recorded(run, clock) : { kind: 'faulted', fault: 'refused', message: `asyncio has no ${missing.join(', ')}` } }
  })
}

/** Records one chapter; returns the messages a person must read. */
async function recordChapter(file: string, adapters: readonly Adapter[], write: boolean, only: RegExp | undefined): Promise<readonly string[]> {
  const lines = readFileSync(file, 'utf8').split('\n')
  const messages: string[] = []
  const edits: { from: number, to: number, lines: readonly string[] }[] = []
  const place = (line: number) => `spec/${basename(file)}:${line + 1}`
  const one = async (rule: RuleText) => {
    const measured: Measured[] = []
    const kept: boolean[] = []
    const clock = clockOf(lines[rule.metadata] ?? '')
    const able = clock === 'virtual' ? adapters : adapters.filter(({ lacks }) => !lacks.includes('streams'))
    for (const program of rule.programs) {
      const measurements = await measure(able, rule.id, program.source, clock)
      let result: Measured
      try {
        result = measuredRanges(measurements)
      } catch (error) {
        messages.push(`${place(program.start)}: rule ${rule.id}: ${error instanceof Error ? error.message : String(error)}`)
        return
      }
      const keep = holds(program, result, measurements, clock)
      measured.push(result)
      kept.push(keep)
      if (keep) continue
      const fences = result.traces.map(trace => [`\`\`\`trace${trace.range === '' ? '' : ` ${trace.range}`}`, trace.text, '```'].join('\n'))
      const before = program.tracesFrom === program.end ? [''] : []
      edits.push({ from: program.tracesFrom, to: program.end, lines: [...before, ...fences.join('\n\n').split('\n')] })
      const old = program.fences.map(fence => `${fence.range}|${fence.text}`).join('\n')
      if (!write || program.fences.some(fence => fence.text.trim() !== '')) messages.push(`${place(program.start)}: rule ${rule.id}: trace ${old === '' ? 'missing' : 'differs from what CPython prints'}`)
    }
    const old = lines[rule.metadata]
    if (old === undefined || rule.programs.length === 0) return
    const line = metadataLine(old, measured, kept)
    if (line === old) return
    edits.push({ from: rule.metadata, to: rule.metadata + 1, lines: [line] })
    if (!write) messages.push(`${place(rule.metadata)}: rule ${rule.id}: measured '${line}'`)
  }
  await Promise.all(rulesOf(lines).filter(rule => only?.test(rule.id) ?? true).map(one))
  if (write && edits.length > 0) {
    for (const edit of edits.sort((a, b) => b.from - a.from)) lines.splice(edit.from, edit.to - edit.from, ...edit.lines)
    writeFileSync(file, lines.join('\n'))
  }
  return messages
}

/** Every CPython of this machine that is not too old, and Pyodide's; one per version. */
async function oracles(): Promise<readonly Adapter[]> {
  const pythons = await findPythons()
  const started = await Promise.all([
    ...pythons.map(python => pythonAdapter({ command: python.path }).catch(() => undefined)), pyodideAdapter(),
  ])
  const byVersion = new Map<string, Adapter>()
  for (const adapter of started) {
    if (adapter === undefined) continue
    if (byVersion.has(adapter.claims)) await adapter.close()
    else byVersion.set(adapter.claims, adapter)
  }
  return [...byVersion.values()]
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, rule: { type: 'string' } },
})
const only = values.rule === undefined ? undefined : new RegExp(`^${values.rule.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
const files = chapterFiles().filter(file => positionals.length === 0 || positionals.includes(basename(file, '.md')))
if (files.length === 0) {
  console.error(`no chapter named ${positionals.join(', ')}: see spec/README.md`)
  process.exit(2)
}
const adapters = await oracles()
console.error(`measuring on ${adapters.map(adapter => adapter.name).join(', ')}`)
let problems = 0
try {
  for (const file of files) {
    for (const message of await recordChapter(file, adapters, !values.check, only)) {
      problems++
      console.log(message)
    }
  }
} finally {
  await Promise.all(adapters.map(adapter => adapter.close()))
}
process.exitCode = values.check && problems > 0 ? 1 : 0

import type { Adapter } from '../adapters/adapter.ts'
import { readCorpus, replayCorpus, writeCorpus, type CorpusEntry } from '../suites/fuzz/corpus.ts'
import { differenceOf } from '../suites/fuzz/difference.ts'
import type { Finding, fuzz } from '../suites/fuzz/differential.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import type { Rule } from '../spec/rule.ts'
import type { ProgramOptions } from '../suites/fuzz/program-options.ts'
import { seeded } from '../suites/fuzz/random.ts'
import { termsOf } from '../suites/fuzz/terms.ts'
import { shrink } from '../suites/fuzz/shrink/shrink.ts'
import { linesOf } from '../suites/fuzz/difference.ts'
import type { Command } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { View } from './failure-text.ts'
import { defaultOracle } from './fuzz-against.ts'
import { findingText } from './fuzz-finding.ts'
import { askedOfFuzz, type AskedOfFuzz } from './fuzz-options.ts'
import { fuzzProgress } from './fuzz-progress.ts'
import { mergeResults, type FuzzResult } from './fuzz-result.ts'
import { fuzzOnWorkers, workersFor } from './fuzz-workers.ts'
import { keepObjectsYoung } from './keep-objects-young.ts'
import { limitHelp } from './limits.ts'
import { onInterrupt } from './on-interrupt.ts'
import { readSpec } from './read-spec.ts'
import { writeReport } from './report-file.ts'
import { closeAdapters, startAdapters } from './start-adapters.ts'
import { style } from './style.ts'
import { columnsOf, isColourful, write, type Terminal } from './terminal.ts'
import { UserError } from './user-error.ts'

const help = `Runs programs nobody wrote on two implementations, and shows the shortest one on which they part.

Usage: asyncio-conformance fuzz [--adapter A] [--against B] [options]

  --adapter A         reference by default; see asyncio-conformance adapters
  --against B         the oracle; by default CPython 3.14 of this machine, or pyodide
  --runs N            programs; 10000 when neither --runs nor --time is given
  --time T            wall time: 60s, 5m, 1h
  --seed S            the same seed, the same programs; by chance when absent
  --focus F           more of one area: tasks, cancellation, groups, timeouts, gather, wait, shield, as-completed,
                      primitives, queues, generators, callbacks, futures, exceptions, context, eager,
                      coroutines, executors, streams, runners, debug, inspection, misuse
  --size N            statements of a program, about; 30 by default
  --version V         3.12, 3.13 or 3.14: leave out what is newer; by default what the older adapter claims
  --without C[,C…]    leave out constructs by name
  --level L           CPYTHON compares exactly; MUST and SHOULD leave the order within one instant open
  --exhaustive N      every program of up to N steps over a small alphabet, instead of those of a seed
  --laws              invariants that need no oracle, on --adapter alone, --runs programs each
  --replay S:N        program N of seed S alone, as the report names it
  --corpus DIR        replay the findings in DIR first, keep new ones there
  --workers N         threads, each with adapters of its own; by default one a processor, and one alone for short runs and real clocks
  --shard I/N         every N-th program from the I-th on, for many machines
  --out FILE          write the result as JSON
  --merge FILE…       add up results of shards
  --show N            findings to shrink and show, one of each kind; 5 by default
${limitHelp}
Exit codes: 0 no difference; 1 differences; 2 usage or bad input; 3 an adapter could not start.

Examples:
  asyncio-conformance fuzz
  asyncio-conformance fuzz --adapter ./my-adapter.ts --against reference --time 60s --focus cancellation
  asyncio-conformance fuzz --adapter ./my-adapter.ts --shard 2/8 --seed 7 --out part-2.json
`

async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked = askedOfFuzz(words)
  if (asked.merge !== undefined) return tell(mergeResults(asked.merge), asked, terminal)
  keepObjectsYoung()
  if (asked.laws) return (await import('./fuzz-laws.ts')).fuzzLaws(asked, terminal)
  const { adapters: [mine] } = await startAdapters([asked.adapter])
  try {
    const against = asked.against ?? await defaultOracle(mine.claims)
    const { adapters: [oracle] } = await startAdapters([against])
    try {
      return await compared(asked, [mine, oracle], [asked.adapter, against], terminal)
    } finally {
      await closeAdapters([oracle])
    }
  } finally {
    await closeAdapters([mine])
  }
}

async function compared(asked: AskedOfFuzz, adapters: readonly [Adapter, Adapter], names: readonly [string, string], terminal: Terminal): Promise<ExitCode> {
  const { stdout, stderr, env } = terminal
  const colours = isColourful(stdout, env)
  const view = { columns: columnsOf(stdout), colours, paint: style(colours) }
  const relapses = asked.corpus === undefined ? [] : await replayCorpus(readCorpus(asked.corpus), adapters[0], asked.limits)
  for (const { entry, difference } of relapses) {
    await write(stdout, `${view.paint.bad('✗')} ${entry.name} of the corpus: ${difference.texts[0] ?? '(ended)'}, and not ${difference.texts[1] ?? '(ended)'}\n`)
  }
  const programs = programOptions(asked, adapters)
  const progress = fuzzProgress(stderr, asked.runs)
  const stop = new AbortController()
  const resume = onInterrupt(() => stop.abort())
  let seen = 0
  const options = { adapters, seed: asked.seed, limits: asked.limits, programs, exact: (asked.level ?? 'CPYTHON') === 'CPYTHON' }
  const result = asked.replay === undefined
    ? await fuzzOnWorkers({
      names, seed: asked.seed, limits: asked.limits, programs, exact: options.exact,
      ...(asked.exhaustive === undefined ? (asked.runs === undefined ? {} : { runs: asked.runs }) : { exhaustive: asked.exhaustive }),
      ...(asked.seconds === undefined ? {} : { seconds: asked.seconds }),
      ...(asked.shard === undefined ? {} : { shard: asked.shard }),
    }, asked.workers ?? workersFor({ adapters, ...(asked.runs === undefined ? {} : { runs: asked.runs }) }), {
      adapters, signal: stop.signal,
      onFinding: (count) => (seen += count),
      onProgress: (done) => progress.step(done, seen),
    })
    : await replayed(asked.replay, options)
  const shrunk: Finding[] = []
  for (const finding of oneOfEachKind(result.findings).slice(0, asked.show)) {
    progress.say(`making ${finding.program.id} smaller`)
    shrunk.push(await shrink(finding, adapters, asked.limits, { exact: options.exact }))
  }
  progress.end()
  resume()
  const rules = shrunk.length === 0 ? [] : knownRules()
  for (const finding of shrunk) await write(stdout, findingText(finding, adapters, rules, replayCommand(finding, asked, names), view))
  const found = shrunk.map((finding) => ({ ...entryOf(finding, adapters), kind: finding.difference.kind }))
  if (asked.corpus !== undefined) for (const { kind: _, ...entry } of found) writeCorpus(asked.corpus, entry)
  const code = await tell({
    adapter: adapters[0].name, against: adapters[1].name, seed: asked.seed, programs: result.programs, notApplicable: result.notApplicable, seconds: result.seconds, differing: result.findings.length, findings: found,
    ...('broken' in result ? { broken: result.broken } : {}),
  }, asked, terminal, view)
  return relapses.length > 0 ? exitCode.failed : code
}

/** The summary, on the terminal and in the file that was asked for. */
async function tell(result: FuzzResult, { out }: AskedOfFuzz, { stdout }: Terminal, view?: View): Promise<ExitCode> {
  if (out !== undefined) writeReport('--out', out, `${JSON.stringify(result, undefined, 2)}\n`)
  const { programs, notApplicable, seconds, differing, findings, adapter, against, seed, broken } = result
  const rate = Math.round(programs / Math.max(seconds, 0.001))
  const mark = differing === 0 ? (view?.paint.good('✓') ?? '✓') : (view?.paint.bad('✗') ?? '✗')
  await write(stdout, `${mark} ${programs} programs, ${differing} differences${differing === 0 ? '' : ` (${findings.length} shown)`}: ${adapter} against ${against}, seed ${seed}, ${rate}/s\n`)
  if (notApplicable > 0) await write(stdout, `  ${notApplicable} programs not applicable: they need what one of the two lacks\n`)
  if (broken !== undefined) await write(stdout, `${view?.paint.bad('✗') ?? '✗'} the run ended there: ${broken}\n`)
  return differing === 0 && broken === undefined ? exitCode.asExpected : exitCode.failed
}

function programOptions({ focus, size, version, without }: AskedOfFuzz, adapters: readonly Adapter[]): ProgramOptions {
  const oldest = Math.min(...adapters.map(({ claims }) => Number(claims.split('.')[1] ?? '14')))
  return { focus, version: version ?? (oldest >= 14 ? '3.14' : oldest === 13 ? '3.13' : '3.12'), without, ...(size === undefined ? {} : { size }) }
}

async function replayed(index: number, { adapters, seed, limits, programs, exact }: Pick<Parameters<typeof fuzz>[0], 'adapters' | 'seed' | 'limits' | 'programs' | 'exact'>) {
  const start = performance.now()
  const program = programOf(`${seed}:${index}`, generateTree(seeded(seed, index), programs))
  const runs = await Promise.all([adapters[0].run(program, limits), adapters[1].run(program, limits)])
  const difference = differenceOf(...runs, termsOf(adapters, exact ?? true))
  return { programs: 1, notApplicable: 0, seconds: (performance.now() - start) / 1000, findings: difference === undefined ? [] : [{ program, index, runs, difference }] }
}

/** The rules, or none while the specification cannot be read: findings are told all the same. */
function knownRules(): readonly Rule[] {
  try {
    return readSpec().rules
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

function oneOfEachKind(findings: readonly Finding[]): readonly Finding[] {
  const kinds = new Map<string, Finding>()
  for (const finding of findings) {
    const known = kinds.get(finding.difference.kind)
    if (known === undefined || finding.program.source.length < known.program.source.length) kinds.set(finding.difference.kind, finding)
  }
  return [...kinds.values()]
}

function replayCommand({ index }: Finding, asked: AskedOfFuzz, [adapter, against]: readonly string[]): string {
  const words = ['asyncio-conformance fuzz', `--adapter ${adapter}`, `--against ${against}`, asked.exhaustive === undefined ? `--replay ${asked.seed}:${index}` : `--exhaustive ${asked.exhaustive}`]
  if (asked.focus !== 'all') words.push(`--focus ${asked.focus}`)
  if (asked.size !== undefined) words.push(`--size ${asked.size}`)
  if (asked.version !== undefined) words.push(`--version ${asked.version}`)
  if (asked.without.length > 0) words.push(`--without ${asked.without.join(',')}`)
  if (asked.level !== undefined) words.push(`--level ${asked.level}`)
  return words.join(' ')
}

function entryOf({ program, runs: [, oracle] }: Finding, [mine, against]: readonly [Adapter, Adapter]): CorpusEntry {
  return {
    name: program.id.replace(':', '-'), program: program.source, oracle: against.name, found: mine.name, seed: program.id,
    trace: oracle.kind === 'finished' ? oracle.trace : { lines: linesOf(oracle), outcome: oracle.fault },
  }
}

export const command: Command = { help, run }

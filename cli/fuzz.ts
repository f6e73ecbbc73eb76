import type { Adapter } from '../adapters/adapter.ts'
import { replayCorpus, type CorpusEntry } from '../suites/fuzz/corpus.ts'
import { differenceOf, linesOf } from '../suites/fuzz/difference.ts'
import type { Finding, fuzz } from '../suites/fuzz/differential.ts'
import { generateTree, programOf } from '../suites/fuzz/generate.ts'
import { mixture } from '../suites/fuzz/mixture.ts'
import type { Rule } from '../spec/rule.ts'
import type { ProgramOptions } from '../suites/fuzz/program-options.ts'
import { seeded } from '../suites/fuzz/random.ts'
import { termsOf } from '../suites/fuzz/terms.ts'
import { shrink } from '../suites/fuzz/shrink/shrink.ts'
import type { Command } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { defaultOracle } from './fuzz-against.ts'
import { constructList } from './fuzz-constructs.ts'
import { keepFindings } from './fuzz-corpus.ts'
import { findingText } from './fuzz-finding.ts'
import { askedOfFuzz, type AskedOfFuzz } from './fuzz-options.ts'
import { fuzzProgress } from './fuzz-progress.ts'
import { mergeResults } from './fuzz-result.ts'
import { fuzzSummary } from './fuzz-summary.ts'
import { fuzzOnWorkers, workersFor } from './fuzz-workers.ts'
import { keepObjectsYoung } from './keep-objects-young.ts'
import { limitHelp } from './limits.ts'
import { readSpec } from './read-spec.ts'
import { closeAdapters, startAdapters } from './start-adapters.ts'
import { style } from './style.ts'
import { columnsOf, isColourful, write, type Terminal } from './terminal.ts'
import { untilInterrupt } from './until-interrupt.ts'
import { UserError } from './user-error.ts'
import { working } from './working.ts'

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
  --without C[,C…]    leave out constructs by name, as --constructs lists them
  --constructs        list the constructs that programs are made of, with their areas
  --level L           CPYTHON compares exactly; MUST and SHOULD leave the order within one instant open
  --exhaustive N      every program of up to N steps over a small alphabet, instead of those of a seed
  --laws              invariants that need no oracle, on --adapter alone: --runs programs each, 500 by default, or --time for all
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
  if (asked.merge !== undefined) return fuzzSummary(mergeResults(asked.merge), asked.out, terminal)
  if (asked.constructs) {
    await write(terminal.stdout, constructList())
    return exitCode.asExpected
  }
  keepObjectsYoung()
  if (asked.laws) return (await import('./fuzz-laws.ts')).fuzzLaws(asked, terminal)
  const { adapters: [mine] } = await startAdapters([asked.adapter])
  try {
    const against = asked.against ?? await defaultOracle(mine.claims)
    const { adapters: [oracle] } = await startAdapters([against])
    try {
      return await working({
        adapters: [mine, oracle], seconds: asked.limits.seconds, what: 'program', rescue: () => 'there is no result',
        work: ([first = mine, second = oracle]) => compared(asked, [first, second], [asked.adapter, against], terminal),
      })
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
  const relapses = asked.corpus === undefined ? [] : await replayCorpus(asked.corpus.findings, adapters[0], asked.limits)
  for (const { entry, difference } of relapses) {
    await write(stdout, `${view.paint.bad('✗')} ${entry.name} of the corpus: ${difference.texts[0] ?? '(ended)'}, and not ${difference.texts[1] ?? '(ended)'}\n`)
  }
  const programs = programOptions(asked, adapters)
  const progress = fuzzProgress(stderr, asked.runs)
  let seen = 0
  const options = { adapters, seed: asked.seed, limits: asked.limits, programs, exact: (asked.level ?? 'CPYTHON') === 'CPYTHON' }
  const result = asked.replay === undefined
    ? await untilInterrupt((signal) => fuzzOnWorkers({
      names, seed: asked.seed, limits: asked.limits, programs, exact: options.exact,
      ...(asked.exhaustive === undefined ? (asked.runs === undefined ? {} : { runs: asked.runs }) : { exhaustive: asked.exhaustive }),
      ...(asked.seconds === undefined ? {} : { seconds: asked.seconds }),
      ...(asked.shard === undefined ? {} : { shard: asked.shard }),
    }, asked.workers ?? workersFor({ adapters, ...(asked.runs === undefined ? {} : { runs: asked.runs }) }), {
      adapters, signal,
      onFinding: (count) => (seen += count),
      onProgress: (done) => progress.step(done, seen),
    }))
    : await replayed(asked.replay, options)
  const shrunk: Finding[] = []
  await untilInterrupt(async (signal) => {
    for (const finding of oneOfEachKind(result.findings).slice(0, asked.show)) {
      progress.say(`making ${finding.program.id} smaller  (Ctrl-C shows it as it is)`)
      shrunk.push(await shrink(finding, adapters, asked.limits, { exact: options.exact, signal }))
    }
  })
  progress.end()
  const rules = shrunk.length === 0 ? [] : knownRules()
  for (const finding of shrunk) await write(stdout, findingText(finding, adapters, rules, replayCommand(finding, asked, names), view))
  const found = shrunk.map((finding) => ({ ...entryOf(finding, adapters), kind: finding.difference.kind }))
  const code = await fuzzSummary({
    adapter: adapters[0].name, against: adapters[1].name, seed: asked.seed, programs: result.programs, notApplicable: result.notApplicable, seconds: result.seconds, differing: result.findings.length, findings: found,
    ...('broken' in result ? { broken: result.broken } : {}),
  }, asked.out, terminal)
  if (asked.corpus !== undefined) keepFindings(asked.corpus, shrunk.map((finding) => entryOf(finding, adapters)))
  return relapses.length > 0 ? exitCode.failed : code
}

function programOptions({ focus, size, version, without }: AskedOfFuzz, adapters: readonly Adapter[]): ProgramOptions {
  const oldest = Math.min(...adapters.map(({ claims }) => Number(claims.split('.')[1] ?? '14')))
  const options = { focus, version: version ?? (oldest >= 14 ? '3.14' : oldest === 13 ? '3.13' : '3.12'), without, ...(size === undefined ? {} : { size }) } as const
  try {
    mixture(options)
  } catch (error) {
    // It names the option first.
    throw error instanceof RangeError ? new UserError(exitCode.badInput, `--${error.message}`) : error
  }
  return options
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

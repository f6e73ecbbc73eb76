import { availableParallelism } from 'node:os'
import type { Adapter } from '../adapters/adapter.ts'
import { baselineText } from '../suites/baseline.ts'
import { succeeded, type Report } from '../suites/report.ts'
import { runRules } from '../suites/run-rules.ts'
import { adapterNames } from './adapter-names.ts'
import { alsoHere } from './also-here.ts'
import type { Command } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { jsonReport } from './json-reporter.ts'
import { junitReport } from './junit-reporter.ts'
import { levels } from './levels.ts'
import { limitHelp, limitOptions, limitsFrom } from './limits.ts'
import { oneOf, parseOptions, refuseExtra } from './parse-options.ts'
import { progress } from './progress.ts'
import { baselineOf, readBaseline } from './read-baseline.ts'
import { readSpec } from './read-spec.ts'
import { assertWritable, writeReport } from './report-file.ts'
import { rulesMatching } from './rule-filter.ts'
import { closeAdapters, startAdapters } from './start-adapters.ts'
import { style } from './style.ts'
import type { Summary } from './summary.ts'
import { columnsOf, isColourful, write, type Terminal } from './terminal.ts'
import { ttyReport } from './tty-reporter.ts'
import { UserError } from './user-error.ts'

const help = `Runs the rules of the specification on implementations and gives each a verdict.

Usage: asyncio-conformance run [options]

  --adapter A            reference by default; repeatable, or A,B; see asyncio-conformance adapters
  --rule GLOB            rules of these names: gather, 'gather.*', '*.timeout' (repeatable, or A,B)
  --level LEVEL          rules up to MUST, SHOULD or CPYTHON; by default what the adapter claims
  --reporter R           tty (default), json or junit
  --out F                write the report to a file
  --baseline F           known failures: they do not count, and a rule that passes again does
  --write-baseline F     write the failures of this run as known ones (one adapter)
  --oracle A             CPython, asked about every failure, so that the document can be doubted too
${limitHelp}
Exit codes: 0 every rule as expected; 1 a rule failed; 2 usage or bad input; 3 an adapter could not start
(the others have run).

Examples:
  asyncio-conformance run
  asyncio-conformance run --adapter reference,pyodide --rule 'gather.*'
  asyncio-conformance run --adapter ./my-adapter.ts --level MUST --reporter junit --out report.xml
`

const options = {
  'adapter': { type: 'string', multiple: true },
  'rule': { type: 'string', multiple: true },
  'level': { type: 'string' },
  'reporter': { type: 'string', default: 'tty' },
  'out': { type: 'string' },
  'baseline': { type: 'string' },
  'write-baseline': { type: 'string' },
  'oracle': { type: 'string' },
  ...limitOptions,
} as const

async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked = askedFor(words)
  const rules = rulesMatching(readSpec().rules, asked.globs)
  const machine = asked.reporter === 'tty' ? import('./offers.ts').then(({ offers }) => offers()) : Promise.resolve([])
  const { adapters, failures } = await startAdapters(asked.names)
  const oracle = asked.oracle === undefined ? undefined : await startAdapters([asked.oracle]).catch(async (error: unknown) => {
    await closeAdapters(adapters)
    throw error
  })
  try {
    const shown = progress(terminal.stderr, adapters.length * rules.reduce((sum, rule) => sum + rule.scenarios.length, 0))
    const reports = await inParallel(adapters, async (adapter) => runRules({
      adapter,
      rules,
      limits: asked.limits,
      ...(asked.level === undefined ? {} : { level: asked.level }),
      ...(asked.baseline === undefined ? {} : { baseline: asked.baseline }),
      ...(oracle === undefined ? {} : { oracle: oracle.adapters[0] }),
      onResult: () => shown.step(adapter.name),
    }))
    shown.end()
    const used = [...asked.names, ...adapters.map((adapter) => adapter.name)]
    await report({ reports, notStarted: failures.map((failure) => failure.message), alsoHere: alsoHere(await machine, used) }, asked, terminal)
    if (failures.length > 0) return exitCode.noAdapter
    return asked.writeBaseline !== undefined || reports.every(succeeded) ? exitCode.asExpected : exitCode.failed
  } finally {
    await closeAdapters([...adapters, ...(oracle?.adapters ?? [])])
  }
}

/** What the words ask for, all of it checked before anything starts. */
function askedFor(words: readonly string[]) {
  const { values, positionals } = parseOptions('run', words, options)
  refuseExtra('run', positionals)
  const names = adapterNames(values.adapter)
  const writeBaseline = values['write-baseline']
  if (writeBaseline !== undefined && names.length > 1) throw new UserError(exitCode.badInput, '--write-baseline takes one adapter: a baseline is of one implementation')
  const asked = {
    names,
    globs: (values.rule ?? []).flatMap((value) => value.split(',')),
    level: values.level === undefined ? undefined : oneOf('--level', values.level, levels),
    reporter: oneOf('--reporter', values.reporter, ['tty', 'json', 'junit']),
    limits: limitsFrom(values),
    baseline: values.baseline === undefined ? undefined : readBaseline(values.baseline),
    oracle: values.oracle,
    out: values.out,
    writeBaseline,
  }
  if (asked.out !== undefined) assertWritable('--out', asked.out)
  if (writeBaseline !== undefined) assertWritable('--write-baseline', writeBaseline)
  return asked
}

/** As many adapters at once as the machine has processors; reports in the order of the adapters. */
async function inParallel(adapters: readonly Adapter[], work: (adapter: Adapter) => Promise<Report>): Promise<Report[]> {
  const queue = [...adapters.entries()]
  const reports: Report[] = []
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) reports[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return reports
}

async function report(summary: Summary, { reporter, out, writeBaseline }: ReturnType<typeof askedFor>, { stdout, env }: Terminal): Promise<void> {
  const colours = out === undefined && isColourful(stdout, env)
  const text = {
    tty: () => ttyReport(summary, { columns: out === undefined ? columnsOf(stdout) : 100, colours, paint: style(colours) }),
    json: () => jsonReport(summary),
    junit: () => junitReport(summary),
  }[reporter]()
  if (out === undefined) await write(stdout, text)
  else writeReport('--out', out, text)
  const [first] = summary.reports
  if (writeBaseline !== undefined && first !== undefined) writeReport('--write-baseline', writeBaseline, baselineText(baselineOf(first)))
}

export const command: Command = { help, run }

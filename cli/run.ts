import { baselineText } from '../suites/baseline.ts'
import { countVerdicts, succeeded, type Report } from '../suites/report.ts'
import { alsoHere } from './also-here.ts'
import type { Command } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { jsonReport } from './json-reporter.ts'
import { junitReport } from './junit-reporter.ts'
import { limitHelp } from './limits.ts'
import { progress } from './progress.ts'
import { baselineOf, checkBaseline } from './read-baseline.ts'
import { readSpec } from './read-spec.ts'
import { writeReport } from './report-file.ts'
import { rulesMatching } from './rule-filter.ts'
import { runAdapters, type Ran } from './run-adapters.ts'
import { askedFor, type Asked } from './run-options.ts'
import { style } from './style.ts'
import type { Summary } from './summary.ts'
import { columnsOf, isColourful, write, type Terminal } from './terminal.ts'
import { ttyReport } from './tty-reporter.ts'
import { UserError } from './user-error.ts'

const help = `Runs the rules of the specification on implementations and gives each a verdict.

Usage: asyncio-conformance run [options]

  --adapter A            reference by default; repeatable, or A,B; see asyncio-conformance adapters
  --rule GLOB            rules of these names: gather, 'gather.*', '*.timeout' (repeatable, or A,B)
  --clock CLOCK          only the rules on the virtual clock, or on the real one
  --level LEVEL          rules up to MUST, SHOULD or CPYTHON; by default what the adapter claims
  --reporter R           tty (default), json or junit
  --out F                write the report to a file
  --baseline F           known failures: they do not count, and a rule that passes again does
  --write-baseline F     write the failures of this run as known ones (one adapter)
  --oracle A             CPython, asked about every failure, so that the document can be doubted too
${limitHelp}
Exit codes: 0 every rule as expected; 1 a rule failed; 2 usage or bad input, or nothing was run;
3 an adapter could not start (the others have run), or one ended the process or held it for ever
(what was run before is reported).

Examples:
  asyncio-conformance run
  asyncio-conformance run --adapter reference,pyodide --rule 'gather.*'
  asyncio-conformance run --adapter ./my-adapter.ts --level MUST --reporter junit --out report.xml
`

async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked = askedFor(words)
  const spec = readSpec()
  if (asked.baseline !== undefined) checkBaseline(asked.baseline, spec)
  const rules = rulesMatching(spec.rules, asked.globs).filter(({ clock }) => asked.clock === undefined || clock === asked.clock)
  const programs = rules.reduce((sum, rule) => sum + rule.scenarios.length, 0)
  if (programs === 0) throw new UserError(exitCode.badInput, `nothing to run: ${asked.globs.length === 0 ? 'no rule' : `no rule of ${asked.globs.join(', ')}`} has a program${asked.clock === undefined ? '' : ` on the ${asked.clock} clock`}`)
  const [{ reports, notStarted }, machine] = await Promise.all([
    runAdapters(asked, rules, progress(terminal.stderr, asked.names.length * programs), (ran) => rescued(ran, asked, terminal)),
    asked.reporter === 'tty' ? import('./offers.ts').then(({ offers }) => offers()) : [],
  ])
  const used = [...asked.names, ...reports.map((report) => report.adapter.name)]
  await report({ reports, notStarted, alsoHere: alsoHere(machine, used) }, asked, terminal)
  if (notStarted.length > 0) return exitCode.noAdapter
  if (reports.every(isEmpty)) {
    terminal.stderr.write('asyncio-conformance: nothing was run: no rule that was asked for applies\n')
    return exitCode.badInput
  }
  return asked.writeBaseline !== undefined || reports.every(succeeded) ? exitCode.asExpected : exitCode.failed
}

/** Shows what was run before the process ends; there is no time to wait for anything. */
function rescued(ran: Ran, asked: Asked, terminal: Terminal): string {
  if (ran.reports.every(isEmpty)) return 'there is no result'
  report({ ...ran, alsoHere: [] }, { ...asked, writeBaseline: undefined }, terminal).catch(() => {})
  return 'the report has what was run before'
}

function isEmpty({ results }: Report): boolean {
  return countVerdicts(results)['not applicable'] === results.length
}

async function report(summary: Summary, { reporter, out, writeBaseline }: Asked, { stdout, env }: Terminal): Promise<void> {
  const colours = out === undefined && isColourful(stdout, env)
  const text = {
    tty: () => ttyReport(summary, { columns: out === undefined ? columnsOf(stdout) : 100, colours, paint: style(colours) }),
    json: () => jsonReport(summary),
    junit: () => junitReport(summary),
  }[reporter]()
  try {
    if (out !== undefined) writeReport('--out', out, text)
    else await write(stdout, text)
  } catch (error) {
    await write(stdout, text)
    throw error
  } finally {
    const [first] = summary.reports
    if (writeBaseline !== undefined && first !== undefined) writeReport('--write-baseline', writeBaseline, baselineText(baselineOf(first)))
  }
}

export const command: Command = { help, run }

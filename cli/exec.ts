import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Adapter } from '../adapters/adapter.ts'
import type { Program } from '../spec/program.ts'
import { utf8Text } from '../spec/utf8-text.ts'
import { adapterNames } from './adapter-names.ts'
import { answerCode } from './answer-code.ts'
import { answerJson } from './answer-json.ts'
import { asker, type Ask } from './ask.ts'
import { batch } from './batch.ts'
import { clocks } from './clocks.ts'
import type { Command } from './command.ts'
import { exitCode, worse, type ExitCode } from './exit-code.ts'
import { limitHelp, limitOptions, limitsFrom } from './limits.ts'
import { named } from './named.ts'
import { oneOf, parseOptions } from './parse-options.ts'
import { runLines, type Answer } from './same-trace.ts'
import { sideBySide } from './side-by-side.ts'
import { closeAdapters, startAdapters } from './start-adapters.ts'
import { style, type Style } from './style.ts'
import { columnsOf, isColourful, write, type Terminal } from './terminal.ts'
import { UserError } from './user-error.ts'
import { working } from './working.ts'

const help = `Runs programs and prints their traces: ask asyncio what it does.

Usage: asyncio-conformance exec [FILE…] [--adapter A[,B…]]

With FILEs (- is standard input) each file is a Python program. With several adapters their traces stand
side by side and the first difference is marked. Without FILE, standard input is JSON lines
{"id":…,"program":"…"}, answered in order by {"id":…,"adapter":…,"trace":[…],"outcome":…}, or
{"id":…,"adapter":…,"fault":…,"message":…}; a line that is no program by {"line":n,"error":…}.
The id is a string or a number, the line's number where it is absent. Empty lines are skipped.

  --adapter A[,B…]     reference by default; see asyncio-conformance adapters
  --clock CLOCK        virtual by default; real is the machine's, with sockets, processes, signals and threads,
                       for each program or, as "clock" of its line, for one
  --json               JSON lines for FILEs too, the file being the id
${limitHelp}
Exit codes: 0 every program ended and all adapters agree; 1 they differ, or a program hung, crashed or flooded;
2 a program was refused or a line was no program; 3 an adapter could not start, or ended the process.

Examples:
  asyncio-conformance exec program.py
  asyncio-conformance exec program.py --adapter reference,python
  asyncio-conformance exec server.py --clock real
  echo '{"id":1,"program":"log(1 + 1)"}' | asyncio-conformance exec
`

const options = { adapter: { type: 'string', multiple: true }, clock: { type: 'string', default: 'virtual' }, json: { type: 'boolean' }, ...limitOptions } as const

async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals: files } = parseOptions('exec', words, options)
  const names = adapterNames(values.adapter)
  const clock = oneOf('--clock', values.clock, clocks)
  const limits = limitsFrom(values)
  if (files.indexOf('-') !== files.lastIndexOf('-')) throw new UserError(exitCode.badInput, '- is standard input, which can be read once: name it once')
  const programs = await Promise.all(files.map(async (file) => ({ id: file, source: await programIn(file, terminal), clock })))
  if (files.length === 0 && terminal.stdin.isTTY) terminal.stderr.write('Reading JSON lines {"id":…,"program":"…"}; --help shows how to run a FILE.\n')
  const { adapters, failures } = await startAdapters(names)
  for (const failure of failures) terminal.stderr.write(`asyncio-conformance: ${failure.message}\n`)
  const code: ExitCode = failures.length > 0 ? exitCode.noAdapter : exitCode.asExpected
  const show = values.json ? showJson : showText(programs.length > 1, adapters.length > 1, style(isColourful(terminal.stdout, terminal.env)))
  const work = (all: readonly Adapter[]): Promise<ExitCode> => (files.length === 0 ? batch(all, limits, clock, terminal) : answered(programs, asker(all, limits), (id, answers) => show(id, answers, terminal)))
  try {
    return worse(code, await working({ adapters, seconds: limits.seconds, what: files.length === 0 ? 'line' : 'program', work, rescue: () => 'what was answered before stands' }))
  } finally {
    await closeAdapters(adapters)
  }
}

async function answered(programs: readonly Program[], ask: Ask, show: (id: string, answers: readonly Answer[]) => Promise<void>): Promise<ExitCode> {
  let code: ExitCode = exitCode.asExpected
  for (const program of programs) {
    const answers = await ask(program)
    code = worse(code, answerCode(answers))
    await show(program.id, answers)
  }
  return code
}

async function programIn(file: string, { stdin }: Terminal): Promise<string> {
  try {
    return utf8Text(file === '-' ? await buffer(stdin) : await readFile(file))
  } catch (error) {
    throw new UserError(exitCode.badInput, `cannot read ${named(file)}: ${error instanceof Error ? error.message.replaceAll('\n', String.raw`\n`) : String(error)}`)
  }
}

type Show = (id: string, answers: readonly Answer[], terminal: Terminal) => Promise<void>

async function showJson(id: string, answers: readonly Answer[], { stdout }: Terminal): Promise<void> {
  await write(stdout, answers.map((answer) => answerJson(id, answer)).join(''))
}

function showText(titled: boolean, compared: boolean, paint: Style): Show {
  return async (id, answers, { stdout, stderr }) => {
    if (titled) await write(stdout, `${paint.strong(`── ${named(id)} `.padEnd(40, '─'))}\n`)
    if (compared) return write(stdout, sideBySide(answers, columnsOf(stdout), paint))
    for (const { run } of answers) {
      if (run.kind === 'faulted') stderr.write(`${named(id)}: ${run.fault}: ${run.message}\n`)
      else await write(stdout, `${runLines(run).join('\n')}\n`)
    }
  }
}

export const command: Command = { help, run }

#!/usr/bin/env node
import { exitCode, worse, type ExitCode } from './exit-code.ts'
import type { Command } from './command.ts'
import { didYouMean } from './nearest.ts'
import { tellEarlyEnd } from './tell-early-end.ts'
import type { Terminal } from './terminal.ts'
import { UserError } from './user-error.ts'

const help = `asyncio-conformance: the executable specification of asyncio

Usage: asyncio-conformance COMMAND [options]

  run        every rule on one implementation or several, with a verdict each
  exec       run any program, print its trace
  list       the rules of the specification
  explain    one rule: text, program in Python and JavaScript, expected trace
  adapters   the implementations this machine offers, and how to name them
  fuzz       programs nobody wrote on two implementations, and the shortest one on which they part

Each command has --help. Exit codes: 0 as expected, 1 a rule failed or implementations differ,
2 usage or bad input, 3 an adapter could not start, 70 a bug in asyncio-conformance.

Examples:
  asyncio-conformance run
  asyncio-conformance run --adapter python --rule 'gather.*'
  asyncio-conformance exec program.py --adapter reference,python
  asyncio-conformance explain gather.fail-fast
`

/** Each command's file is loaded when it is asked for: `list` does not load the compiler. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  run: () => import('./run.ts'),
  exec: () => import('./exec.ts'),
  list: () => import('./list.ts'),
  explain: () => import('./explain.ts'),
  adapters: () => import('./adapters.ts'),
  fuzz: () => import('./fuzz.ts'),
}

async function main([name, ...words]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.stderr : terminal.stdout).write(help)
    return name === undefined ? exitCode.badInput : exitCode.asExpected
  }
  if (name === '--version') {
    const { packageVersion } = await import('./package-version.ts')
    terminal.stdout.write(`${packageVersion()}\n`)
    return exitCode.asExpected
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    throw new UserError(exitCode.badInput, `unknown command ${name}${didYouMean(name, Object.keys(commands), 1)}\nUsage: asyncio-conformance --help`)
  }
  const { command } = await load()
  if (isHelpAsked(words)) {
    terminal.stdout.write(command.help)
    return exitCode.asExpected
  }
  return await command.run(words, terminal)
}

function isHelpAsked(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end === -1 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h')
}

async function answered(terminal: Terminal): Promise<ExitCode> {
  try {
    return await main(process.argv.slice(2), terminal)
  } catch (error) {
    if (error instanceof UserError) {
      terminal.stderr.write(`asyncio-conformance: ${error.message}\n`)
      return error.code
    }
    return await reportBug(error, terminal)
  }
}

async function reportBug(error: unknown, { stderr }: Terminal): Promise<ExitCode> {
  const { bugReport } = await import('./bug-report.ts')
  stderr.write(bugReport(error))
  return exitCode.internalBug
}

const expectEnd = tellEarlyEnd()

function exit(code: number): never {
  expectEnd()
  process.exit(code)
}

/** What nobody catches is a bug of ours, unless an adapter file listens: then it is taken for the adapter's, and the work goes on. */
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return
  reportBug(error, process).then(exit, () => exit(exitCode.internalBug))
})

/** A reader that goes away (`| head`) ends the output, not the work: the exit code stays true. Output that is lost otherwise is told. */
let lost: ExitCode = exitCode.asExpected
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') return
  lost = exitCode.badInput
  process.stderr.write(`asyncio-conformance: cannot write to standard output: ${error.message}\n`)
})
process.stderr.on('error', () => {})

/** By way of `exit`, so that adapters end their children. */
for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]] as const) {
  process.once(signal, () => exit(128 + number))
}

const code = await answered(process)
/** Not left to the event loop: an adapter that keeps a handle open after `close` would keep the command alive. */
process.stdout.write('', () => exit(worse(code, lost)))

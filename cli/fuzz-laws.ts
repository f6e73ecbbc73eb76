import { checkLaws, type LawResult } from '../suites/fuzz/laws/check-laws.ts'
import { linesOf } from '../suites/fuzz/difference.ts'
import { adapterNamed } from './adapter-named.ts'
import { counted } from './counted.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { AskedOfFuzz } from './fuzz-options.ts'
import { fuzzProgress } from './fuzz-progress.ts'
import { writeReport } from './report-file.ts'
import { closeAdapters } from './start-adapters.ts'
import { style } from './style.ts'
import { isColourful, write, type Terminal } from './terminal.ts'
import { untilInterrupt } from './until-interrupt.ts'

/** Programs of each law when neither a number nor a time is asked for. */
const usual = 500

/** `fuzz --laws`: checks the laws on one adapter, and shows for each that is broken the program and its trace. */
export async function fuzzLaws({ adapter: name, seed, seconds, runs = seconds === undefined ? usual : Infinity, limits, out }: AskedOfFuzz, { stdout, stderr, env }: Terminal): Promise<ExitCode> {
  const paint = style(isColourful(stdout, env))
  const adapter = await adapterNamed(name)
  const progress = fuzzProgress(stderr, undefined)
  try {
    const results = await untilInterrupt((signal) => checkLaws({
      adapter, seed, runs, limits, signal, ...(seconds === undefined ? {} : { seconds }), onProgress: (done) => progress.step(done, 0),
    }))
    progress.end()
    for (const result of results) {
      switch (result.kind) {
        case 'held':
          await write(stdout, result.programs === 0
            ? `${paint.faint('·')} ${result.law.name}  not checked: the run ended before it\n`
            : `${paint.good('✓')} ${result.law.name}  ${paint.faint(`${result.law.says} (${counted(result.programs, 'program')})`)}\n`)
          break
        case 'not applicable':
          await write(stdout, `${paint.faint('·')} ${result.law.name}  lacks ${result.lacks.join(', ')}\n`)
          break
        case 'broken':
          await write(stdout, `${paint.bad('✗')} ${result.law.name}  ${result.law.says}\n  ${result.why}\n\n${indented(result.program.source)}\n${indented(linesOf(result.run).join('\n'))}\n`)
      }
    }
    if (out !== undefined) writeReport('--out', out, `${JSON.stringify({ adapter: adapter.name, seed, laws: results.map(written) }, undefined, 2)}\n`)
    return results.some(({ kind }) => kind === 'broken') ? exitCode.failed : exitCode.asExpected
  } finally {
    await closeAdapters([adapter])
  }
}

function written({ law: { name: law }, ...result }: LawResult): object {
  return result.kind === 'broken' ? { law, ...result, program: result.program.source, run: linesOf(result.run) } : { law, ...result }
}

function indented(text: string): string {
  return text.trimEnd().split('\n').map((line) => `    ${line}\n`).join('')
}

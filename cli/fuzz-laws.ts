import { checkLaws } from '../suites/fuzz/laws/check-laws.ts'
import { linesOf } from '../suites/fuzz/difference.ts'
import { adapterNamed } from './adapter-named.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { AskedOfFuzz } from './fuzz-options.ts'
import { fuzzProgress } from './fuzz-progress.ts'
import { onInterrupt } from './on-interrupt.ts'
import { closeAdapters } from './start-adapters.ts'
import { style } from './style.ts'
import { isColourful, write, type Terminal } from './terminal.ts'

/** Programs of each law when no number is asked for. */
const usual = 500

/** `fuzz --laws`: checks the laws on one adapter, and shows for each that is broken the program and its trace. */
export async function fuzzLaws({ adapter: name, seed, runs, limits }: AskedOfFuzz, { stdout, stderr, env }: Terminal): Promise<ExitCode> {
  const paint = style(isColourful(stdout, env))
  const adapter = await adapterNamed(name)
  const stop = new AbortController()
  const resume = onInterrupt(() => stop.abort())
  const perLaw = runs ?? usual
  const progress = fuzzProgress(stderr, undefined)
  try {
    const results = await checkLaws({ adapter, seed, runs: perLaw, limits, signal: stop.signal, onProgress: (done) => progress.step(done, 0) })
    progress.end()
    for (const result of results) {
      switch (result.kind) {
        case 'held':
          await write(stdout, `${paint.good('✓')} ${result.law.name}  ${paint.faint(`${result.law.says} (${result.programs} programs)`)}\n`)
          break
        case 'not applicable':
          await write(stdout, `${paint.faint('·')} ${result.law.name}  lacks ${result.lacks.join(', ')}\n`)
          break
        case 'broken':
          await write(stdout, `${paint.bad('✗')} ${result.law.name}  ${result.law.says}\n  ${result.why}\n\n${indented(result.program.source)}\n${indented(linesOf(result.run).join('\n'))}\n`)
      }
    }
    return results.some(({ kind }) => kind === 'broken') ? exitCode.failed : exitCode.asExpected
  } finally {
    resume()
    await closeAdapters([adapter])
  }
}

function indented(text: string): string {
  return text.trimEnd().split('\n').map((line) => `    ${line}\n`).join('')
}

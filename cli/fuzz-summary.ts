import { counted } from './counted.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { FuzzResult } from './fuzz-result.ts'
import { writeReport } from './report-file.ts'
import { style } from './style.ts'
import { isColourful, write, type Terminal } from './terminal.ts'

/** The summary of a run, or of several merged, on the terminal and in the file that was asked for. */
export async function fuzzSummary(result: FuzzResult, out: string | undefined, { stdout, env }: Terminal): Promise<ExitCode> {
  const paint = style(isColourful(stdout, env))
  const { programs, notApplicable, seconds, differing, findings, adapter, against, seed, broken } = result
  const rate = Math.round(programs / Math.max(seconds, 0.001))
  const mark = differing === 0 && broken === undefined ? paint.good('✓') : paint.bad('✗')
  await write(stdout, `${mark} ${counted(programs, 'program')}, ${counted(differing, 'difference')}${differing === 0 ? '' : ` (${findings.length} shown)`}: ${adapter} against ${against}, seed ${seed}, ${rate}/s\n`)
  if (notApplicable > 0) await write(stdout, `  ${counted(notApplicable, 'program')} not applicable: what one of the two lacks is needed\n`)
  if (broken !== undefined) await write(stdout, `${paint.bad('✗')} the run ended there: ${broken}\n`)
  if (out !== undefined) writeReport('--out', out, `${JSON.stringify(result, undefined, 2)}\n`)
  return differing === 0 && broken === undefined ? exitCode.asExpected : exitCode.failed
}

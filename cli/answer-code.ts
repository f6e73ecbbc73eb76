import { exitCode, type ExitCode } from './exit-code.ts'
import { firstDifference, type Answer } from './same-trace.ts'

/** The exit code for one program's answers: a refused program is bad input, another fault or a difference is a failure. */
export function answerCode(answers: readonly Answer[]): ExitCode {
  if (answers.some(({ run }) => run.kind === 'faulted' && run.fault === 'refused')) return exitCode.badInput
  if (answers.some(({ run }) => run.kind === 'faulted')) return exitCode.failed
  const [first, ...rest] = answers
  const differ = first !== undefined && rest.some((other) => firstDifference(first, other) !== undefined)
  return differ ? exitCode.failed : exitCode.asExpected
}

import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** Throws `UserError` unless `file` can be written: asked before the work, so that its result is not lost. Keeps what the file holds, and leaves none that was not there. */
export function assertWritable(option: string, file: string): void {
  const isNew = !existsSync(file)
  attempt(option, file, () => {
    closeSync(openSync(file, 'a'))
    if (isNew) rmSync(file)
  })
}

/** Writes a report; throws `UserError` when that fails after all. */
export function writeReport(option: string, file: string, text: string): void {
  attempt(option, file, () => writeFileSync(file, text))
}

function attempt(option: string, file: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw new UserError(exitCode.badInput, `${option}: cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

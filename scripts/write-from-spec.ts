import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Spec } from '../spec/chapter.ts'
import { loadSpec, packageFolder } from '../spec/load-spec.ts'
import { SpecError } from '../spec/spec-error.ts'

/** Writes a file of the package (`file` relative to it) that is made from the document; where that cannot be read, says why and sets the exit code. */
export function writeFromSpec(file: string, make: (spec: Spec) => string): void {
  try {
    writeFileSync(join(packageFolder(), file), make(loadSpec()))
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    console.error(`${file} was not written: the document cannot be read\n${error.message}`)
    process.exitCode = 1
  }
}

import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readCorpus, writeCorpus, type CorpusEntry } from '../suites/fuzz/corpus.ts'
import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** A folder of findings, with those that were in it before the run. */
export interface Corpus {
  readonly folder: string
  readonly findings: readonly CorpusEntry[]
}

/** Reads a corpus, and sees that findings can be kept there, before the work of finding them; leaves no folder that was not there. Throws `UserError`. */
export function openCorpus(folder: string): Corpus {
  const findings = attempt(() => readCorpus(folder), '')
  attempt(() => {
    const made = makeFolder(folder)
    rmdirSync(mkdtempSync(join(folder, '.asyncio-conformance-')))
    for (const each of made.toReversed()) rmdirSync(each)
  }, `cannot keep findings in ${JSON.stringify(folder)}: `)
  return { folder, findings }
}

/** Keeps findings; throws `UserError` when that fails after all. */
export function keepFindings({ folder }: Corpus, findings: readonly CorpusEntry[]): void {
  attempt(() => findings.forEach((finding) => writeCorpus(folder, finding)), `cannot keep findings in ${JSON.stringify(folder)}: `)
}

/** Makes a folder and those around it, one by one because Node's `recursive` never ends within /proc; those that were not there. */
function makeFolder(folder: string): string[] {
  if (existsSync(folder)) return []
  const outer = makeFolder(dirname(folder))
  mkdirSync(folder)
  return [...outer, folder]
}

function attempt<T>(work: () => T, failure: string): T {
  try {
    return work()
  } catch (error) {
    throw new UserError(exitCode.badInput, `--corpus: ${failure}${error instanceof Error ? error.message : String(error)}`)
  }
}

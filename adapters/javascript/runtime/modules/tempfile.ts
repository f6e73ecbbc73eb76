import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeModule } from '../module.ts'

function temporaryDirectory() {
  const name = mkdtempSync(join(tmpdir(), 'tmp'))
  return {
    name,
    __enter__: () => name,
    __exit__: () => {
      rmSync(name, { recursive: true, force: true })
      return null
    },
  }
}

/** Python's `tempfile`: folders for the length of a block. */
export const tempfile = makeModule('tempfile', { TemporaryDirectory: temporaryDirectory })

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** vitest's global set-up: what tests and their child processes put into the temporary folder goes when they end. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-conformance-tests-'))
  // Windows reads the second.
  process.env['TMPDIR'] = process.env['TEMP'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

import { readFileSync } from 'node:fs'
import type { Adapter } from '../../adapter.ts'

/** What a program of this folder prints on the real clock, without the times. */
export async function printed(adapter: Adapter, file: string): Promise<readonly string[]> {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  const run = await adapter.run({ id: file, source, clock: 'real' }, { steps: 10_000, seconds: 10, output: 100_000 })
  return run.kind === 'faulted' ? [run.fault, run.message] : [...run.trace.lines.map(line => line.replace(/^[\d.]+ /, '')), `=> ${run.trace.outcome}`]
}

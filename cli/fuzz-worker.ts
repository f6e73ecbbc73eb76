import { parentPort, workerData } from 'node:worker_threads'
import { fuzz } from '../suites/fuzz/differential.ts'
import { adapterNamed } from './adapter-named.ts'
import { partOf, type SharedRun, type Told } from './fuzz-workers.ts'
import { closeAdapters } from './start-adapters.ts'
import { UserError } from './user-error.ts'

/* A thread of `fuzzOnWorkers`: does its part of the run on adapters of its own. */

const { run: { names, ...run }, index, count }: { readonly run: SharedRun, readonly index: number, readonly count: number } = workerData
const stop = new AbortController()
parentPort?.on('message', () => stop.abort())

function tell(told: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of worker_threads has no origin
  parentPort?.postMessage(told)
}

async function work(): Promise<Told> {
  const adapters = [await adapterNamed(names[0]), await adapterNamed(names[1])] as const
  let findings = 0
  const result = await fuzz({
    ...partOf(run, index, count), adapters, signal: stop.signal,
    onFinding: () => (findings += 1),
    onProgress: (done) => {
      tell({ kind: 'progress', done, findings })
      findings = 0
    },
  })
  await closeAdapters(adapters)
  // A program makes its text when it is asked for, which a clone cannot.
  const written = result.findings.map((finding) => ({ ...finding, program: { id: finding.program.id, source: finding.program.source, tree: finding.program.tree } }))
  return { kind: 'result', result: { ...result, findings: written } }
}

// A clone of an error forgets its class.
tell(await work().catch((error: unknown) => (error instanceof UserError ? { kind: 'refused', code: error.code, message: error.message } : { kind: 'failed', error })))

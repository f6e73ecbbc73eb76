import type { Answer } from './same-trace.ts'

/** An answer of `exec` as one JSON line: `{"id","adapter","trace","outcome"}`, or `{"id","adapter","fault","message"}`. */
export function answerJson(id: string | number, { adapter, run }: Answer): string {
  const head = { id, adapter: adapter.name }
  switch (run.kind) {
    case 'finished': return `${JSON.stringify({ ...head, trace: run.trace.lines, outcome: run.trace.outcome })}\n`
    case 'faulted': return `${JSON.stringify({ ...head, fault: run.fault, message: run.message })}\n`
  }
}

import type { CallGraphOptions } from './call-graph.ts'
import { callGraphText } from './format-call-graph.ts'
import type { Future } from './future.ts'
import { active } from './runtime-state.ts'

/** Where `printCallGraph` prints. */
export interface PrintCallGraphOptions extends CallGraphOptions {
  /** What takes the text; standard output without it. */
  readonly file?: { write(text: string): unknown } | null
}

/** Prints the call graph; of the running task's stack its own frame is the first, as in CPython 3.14. Throws as `captureCallGraph`. */
export function printCallGraph(future?: Future<unknown> | null, { file = null, ...options }: PrintCallGraphOptions = {}): void {
  const text = callGraphText(future, options, ['print_call_graph'])
  if (file === null) active.print(text)
  else file.write(`${text}\n`)
}

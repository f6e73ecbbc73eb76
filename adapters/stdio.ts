import type { Adapter } from './adapter.ts'
import { openChild } from './stdio-child.ts'
import type { StdioCommand } from './stdio-child.ts'
import { Pipeline } from './stdio-pipeline.ts'

export interface StdioAdapterOptions extends StdioCommand {
  /** Instead of the name in the child's hello. */
  readonly name?: string
}

/**
 * An adapter over a child process that speaks `spec/adapter-protocol.md`: JSON lines on its stdin and stdout, one persistent
 * child, started anew when it hangs or dies. Rejects with `AdapterStartError` when it does not start or does not say hello.
 */
export function stdioAdapter(options: StdioAdapterOptions): Promise<Adapter> {
  return Pipeline.start(events => openChild(options, events), options.name)
}

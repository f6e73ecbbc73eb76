import type { Clock } from './rule.ts'

/** Python text that leaves a trace: it defines `async def main()`, or is a script that calls `asyncio.run` itself. */
export interface Program {
  /** Names the program in reports and in an adapter's answers; unique within one batch. */
  readonly id: string
  readonly source: string
  /** `'real'`: it needs threads, sockets, processes or signals, and the machine's time; absent: virtual. */
  readonly clock?: Clock
  /** `source` as py-ast's `parse` gives it, from whoever has it already: spares an adapter the parsing. */
  readonly tree?: unknown
}

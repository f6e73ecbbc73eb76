/** Python text that leaves a trace: it defines `async def main()`, or is a script that calls `asyncio.run` itself. */
export interface Program {
  /** Names the program in reports and in an adapter's answers; unique within one batch. */
  readonly id: string
  readonly source: string
}

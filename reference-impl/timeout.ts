import { getRunningLoop } from './get-running-loop.ts'
import { plus } from './operands.ts'
import { Timeout } from './timeout-block.ts'

/**
 * A block that must end within `delay` seconds from now, `null` for no deadline; to be entered with `async with`.
 * CPython 3.14 `timeouts.py`, `timeout`.
 */
export function timeout(delay: number | null): Timeout {
  const loop = getRunningLoop()
  return new Timeout(delay === null ? null : plus(loop.time(), delay))
}

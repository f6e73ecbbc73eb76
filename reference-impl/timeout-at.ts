import { Timeout } from './timeout-block.ts'

/**
 * A block that must end at `when` in the loop's time, `null` for no deadline; to be entered with `async with`.
 * CPython 3.14 `timeouts.py`, `timeout_at`.
 */
export function timeoutAt(when: number | null): Timeout {
  return new Timeout(when)
}

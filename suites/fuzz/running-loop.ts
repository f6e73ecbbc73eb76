import type { Expression } from './python-tree.ts'
import { expression } from './template.ts'

/** The loop that runs where the expression stands. */
export function runningLoop(): Expression {
  return expression`asyncio.get_running_loop()`
}

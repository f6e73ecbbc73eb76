import type { EventLoop } from './event-loop.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { active } from './runtime-state.ts'

/** The loop that is running. Throws RuntimeError when there is none. */
export function getRunningLoop(): EventLoop {
  if (active.runningLoop === null) throw new RuntimeError('no running event loop')
  return active.runningLoop
}

/** The running loop or `null`. */
export function _getRunningLoop(): EventLoop | null { return active.runningLoop }

/** Python has it for who writes loops. */
export function _setRunningLoop(loop: EventLoop | null): void { active.runningLoop = loop }

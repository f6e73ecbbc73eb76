import type { EventLoop } from './event-loop.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import { active } from './runtime-state.ts'
import { typeName } from './type-name.ts'

/** The running loop, or the one set by `setEventLoop`. Throws RuntimeError when there is neither. */
export function getEventLoop(): EventLoop {
  const loop = active.runningLoop ?? active.eventLoop
  if (loop === null) throw new RuntimeError(`There is no current event loop in thread '${active.thread?.name ?? 'MainThread'}'.`)
  return loop
}

/** Sets what `getEventLoop` returns outside of a running loop. Throws TypeError for what is no loop. */
export function setEventLoop(loop: EventLoop | null): void {
  if (loop !== null && (typeof loop !== 'object' || !('callSoon' in loop))) {
    throw new TypeError(`loop must be an instance of AbstractEventLoop or None, not '${typeName(loop)}'`)
  }
  active.eventLoop = loop
}

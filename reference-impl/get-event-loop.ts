import type { EventLoop } from './event-loop.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { active } from './runtime-state.ts'

/** The running loop, or the one set by `setEventLoop`. Throws RuntimeError when there is neither. */
export function getEventLoop(): EventLoop {
  const loop = active.runningLoop ?? active.eventLoop
  if (loop === null) throw new RuntimeError("There is no current event loop in thread 'MainThread'.")
  return loop
}

/** Sets what `getEventLoop` returns outside of a running loop. */
export function setEventLoop(loop: EventLoop | null): void { active.eventLoop = loop }

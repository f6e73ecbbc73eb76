import type { FutureLike } from './ensure-future.ts'
import { Halt } from './exceptions/halt.ts'
import { checkNotRunning } from './run.ts'
import type { RunnerOptions } from './runner-base.ts'
import { active } from './runtime-state.ts'
import type { VirtualEventLoop } from './virtual-event-loop.ts'
import { VirtualRunner } from './virtual-runner.ts'
import { VirtualWorld } from './virtual-world.ts'

/**
 * Runs a coroutine on a virtual clock, at once and to its end: what it returns.
 *
 * Time jumps to the next timer when nothing is ready. Inside a `VirtualWorld` it uses that world's clock, else one
 * of its own. Throws what the coroutine throws, and Deadlock or StepLimit when it cannot come to its end.
 */
export function runVirtual<T>(main: FutureLike<T>, options: RunnerOptions<VirtualEventLoop> = {}): T {
  if (active.clock === null) {
    const world = new VirtualWorld()
    return world.enter(() => runVirtual(main, options))
  }
  checkNotRunning()
  const runner = new VirtualRunner(options)
  let result: T
  try {
    runner.__enter__()
    result = runner.run(main)
  } catch (error) {
    if (!(error instanceof Halt)) runner._closeAfter(error)
    throw error
  }
  runner.close()
  return result
}

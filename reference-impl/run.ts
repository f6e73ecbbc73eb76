import type { FutureLike } from './ensure-future.ts'
import { RuntimeError } from './exceptions/errors.ts'
import type { RealEventLoop } from './real-event-loop.ts'
import type { RunnerOptions } from './runner-base.ts'
import { Runner } from './runner.ts'
import { active } from './runtime-state.ts'

/** Throws RuntimeError inside a running loop. */
export function checkNotRunning(): void {
  if (active.runningLoop !== null) throw new RuntimeError('asyncio.run() cannot be called from a running event loop')
}

/**
 * Runs a coroutine on the real clock, in an event loop made for it; at its end cancels what is left and closes the loop.
 * Throws RuntimeError inside a running loop.
 *
 * The promise resolves with what the coroutine returns and rejects with what it throws. `runVirtual` does the same on
 * a virtual clock and returns the value.
 */
export function run<T>(main: FutureLike<T>, options: RunnerOptions<RealEventLoop> = {}): Promise<T> {
  checkNotRunning()
  return runAndClose(main, options)
}

async function runAndClose<T>(main: FutureLike<T>, options: RunnerOptions<RealEventLoop>): Promise<T> {
  const runner = new Runner(options)
  try {
    return await runner.run(main)
  } finally {
    await runner.close()
  }
}

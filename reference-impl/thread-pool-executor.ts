import { availableParallelism } from 'node:os'
import { BrokenThreadPool } from './concurrent-errors.ts'
import { PoolExecutor, type PoolOptions } from './pool-executor.ts'
import { active } from './runtime-state.ts'

/**
 * Runs functions apart from the event loop: see `PoolExecutor`.
 *
 * On the real clock a function that is no `workerFunction` runs in this very thread, in a turn of its own: JavaScript can
 * send no closure to another thread, and Python's threads share what closures see. As long as it computes nobody else
 * does, so it is for what is short; what blocks belongs into a worker function.
 * CPython 3.14 `concurrent/futures/thread.py`, `ThreadPoolExecutor`.
 */
export class ThreadPoolExecutor extends PoolExecutor {
  static readonly __module__: string = 'concurrent.futures.thread'
  protected readonly _texts = {
    Broken: BrokenThreadPool,
    broken: 'A thread initializer failed, the thread pool is not usable anymore',
    lost: 'A thread of the thread pool ended abruptly while the future was running or pending.',
  }

  /** `maxWorkers`, by itself, with options behind it, or as one of them: four more than there are processors unless given, at most 32. Throws `ValueError` below 1. */
  constructor(workers: number | null | PoolOptions = null, options: PoolOptions = {}) {
    // Virtual workers cost nothing, and are as many on every machine.
    super(workers, options, active.clock === null ? Math.min(32, availableParallelism() + 4) : 32)
  }

  protected _checkPlain(): void {}
}

import { availableParallelism } from 'node:os'
import { BrokenProcessPool } from './concurrent-errors.ts'
import { TypeError } from './exceptions/errors.ts'
import { PoolExecutor, type PoolOptions } from './pool-executor.ts'
import { active } from './runtime-state.ts'
import { asWorkerFunction } from './worker-function.ts'

/**
 * Runs functions where nothing is shared with the program: see `PoolExecutor`.
 *
 * Its workers are threads of Node's, which share no objects either and start sooner than processes. As Python's, whose
 * functions must be picklable, it takes only those that a worker can find, `workerFunction`s: the future of any other
 * fails with `TypeError`, on both clocks.
 * CPython 3.14 `concurrent/futures/process.py`, `ProcessPoolExecutor`.
 */
export class ProcessPoolExecutor extends PoolExecutor {
  static readonly __module__: string = 'concurrent.futures.process'
  protected readonly _texts = {
    Broken: BrokenProcessPool,
    broken: 'A process in the process pool was terminated abruptly while the future was running or pending.',
    lost: 'A process in the process pool was terminated abruptly while the future was running or pending.',
  }

  /** `maxWorkers`, by itself, with options behind it, or as one of them: as many as there are processors unless given. Throws `ValueError` below 1. */
  constructor(workers: number | null | PoolOptions = null, options: PoolOptions = {}) {
    super(workers, options, active.clock === null ? availableParallelism() : 32)
  }

  protected _checkPlain(fn: Function): void {
    if (asWorkerFunction(fn) === null) throw new TypeError(`cannot send ${fn.name === '' ? 'an anonymous function' : `'${fn.name}'`} to another process: see workerFunction`)
  }
}

import { blockThread } from './block-thread.ts'
import { ConcurrentFuture } from './concurrent-future.ts'
import type { BrokenExecutor } from './concurrent-errors.ts'
import { Context } from './context.ts'
import { RuntimeError, TypeError, ValueError } from './exceptions/errors.ts'
import { Halt } from './exceptions/halt.ts'
import { Executor } from './executor.ts'
import { objectRepr } from './object-repr.ts'
import { callObject } from './operands.ts'
import { active } from './runtime-state.ts'
import { VirtualWorker } from './virtual-worker.ts'
import type { ThreadOutcome } from './worker-thread.ts'
import { WorkerThreads } from './worker-threads.ts'

export interface PoolOptions {
  readonly maxWorkers?: number | null
  /** Called by every worker before its first function; when it throws, the executor is broken. */
  readonly initializer?: ((...args: never[]) => unknown) | null
  readonly initargs?: readonly unknown[]
  /** What the names of its threads on the virtual clock begin with; `ThreadPoolExecutor-0` and so on when absent. */
  readonly threadNamePrefix?: string
}

/** What a kind of pool calls its own failures. */
interface PoolTexts {
  readonly Broken: new (...args: unknown[]) => BrokenExecutor
  readonly broken: string
  readonly lost: string
}

/** A function waiting for a worker, and the future it is to end. */
interface Work {
  readonly fn: Function
  readonly args: readonly unknown[]
  /** `false` when it was cancelled before. */
  begin(): boolean
  call(): unknown
  end(outcome: ThreadOutcome): void
  cancel(): void
}

/**
 * Runs functions apart from the event loop, up to so many at a time, further ones when a worker is free.
 *
 * On the virtual clock a function runs in one go when a worker takes it, on a clock of its own that starts at that time;
 * its result comes at the time at which it ended. On the real clock each worker is a thread of `node:worker_threads`,
 * started when it is first needed, for functions that say where a thread finds them (`workerFunction`); what becomes of
 * others the kind of pool says. CPython 3.14 `concurrent/futures/thread.py` and `process.py`.
 */
export abstract class PoolExecutor extends Executor {
  readonly #maxWorkers: number
  readonly #initializer: { readonly fn: (...args: never[]) => unknown, readonly args: readonly unknown[] } | null
  readonly #queue: Work[] = []
  readonly #whenIdle: (() => void)[] = []
  /** The clock on which its workers live; `null` for the real one. */
  readonly #clock = active.clock
  readonly #threads: WorkerThreads
  readonly #name: string
  readonly #idle: VirtualWorker[] = []
  #workers = 0
  #busy = 0
  /** How many workers there have been that are no threads: on the virtual clock any number, on the real one this thread. */
  #made = 0
  #shutdown = false
  #broken: string | null = null

  constructor(workers: number | null | PoolOptions, options: PoolOptions, defaultWorkers: number) {
    super()
    const { maxWorkers = null, initializer = null, initargs = [], threadNamePrefix = '' } = typeof workers === 'object' ? { ...workers, ...options } : { maxWorkers: workers, ...options }
    if (maxWorkers !== null && maxWorkers <= 0) throw new ValueError('max_workers must be greater than 0')
    if (initializer !== null && typeof initializer !== 'function') throw new TypeError('initializer must be a callable')
    this.#maxWorkers = maxWorkers ?? defaultWorkers
    this.#name = threadNamePrefix === '' ? `ThreadPoolExecutor-${active.executorNames++}` : threadNamePrefix
    this.#initializer = initializer === null ? null : { fn: initializer, args: initargs }
    this.#threads = new WorkerThreads(this.#name, this.#initializer, fn => this._checkPlain(fn))
  }

  protected abstract readonly _texts: PoolTexts
  /** Throws when this kind of pool cannot run a function of which no thread knows where it is. */
  protected abstract _checkPlain(fn: Function): void

  override toString(): string { return objectRepr(this) }

  /** Has `fn(...args)` run; throws `RuntimeError` after `shutdown()`, and a kind of it when the executor is broken. */
  override submit<A extends unknown[], T>(fn: (...args: A) => T, ...args: A): ConcurrentFuture<T> {
    if (this.#broken !== null) throw new this._texts.Broken(this.#broken)
    if (this.#shutdown) throw new RuntimeError('cannot schedule new futures after shutdown')
    const future = new ConcurrentFuture<T>()
    const work: Work = {
      fn, args,
      begin: () => future.setRunningOrNotifyCancel(),
      call: () => callObject(fn, args),
      end: (outcome) => {
        // From another thread comes a copy of what `fn` returned.
        if (outcome.kind === 'value') future.setResult(outcome.value as T)
        else future.setException(raised(outcome.error))
      },
      cancel: () => { future.cancel() },
    }
    if (this.#busy < this.#maxWorkers) this.#start(work)
    else this.#queue.push(work)
    return future
  }

  /**
   * Takes no more functions; with `wait` blocks until those submitted have ended, with `cancelFutures` cancels those
   * that no worker has taken yet.
   */
  override shutdown(wait = true, options: { readonly cancelFutures?: boolean } = {}): void {
    this.#shutdown = true
    if (options.cancelFutures) {
      for (const work of this.#queue.splice(0)) work.cancel()
    }
    this.#threads.end()
    if (wait) blockThread(() => this.#busy === 0, null)
  }

  /** Takes no more functions and calls `callback` from outside the loop when those submitted have ended. */
  shutdownThen(callback: () => void): void {
    this.#shutdown = true
    this.#threads.end()
    if (this.#busy > 0) this.#whenIdle.push(callback)
    else this.#outside(callback)
  }

  #start(work: Work): void {
    if (!work.begin()) return
    this.#busy += 1
    const { clock } = active
    if (this.#clock !== null && clock !== null) {
      const worker = this.#idle.shift() ?? new VirtualWorker(this.#name, this.#workers++)
      const { end, result } = this.#clock.thread(clock.now(), () => worker.run(() => this.#attempt(work, this.#busy)))
      this.#clock.at(end, () => this.#end(work, result), () => {
        this.#idle.push(worker)
        this.#idle.sort((a, b) => a.number - b.number)
        this.#free(result)
      })
      return
    }
    this.#threads.start(work, this.#busy, () => this.#attempt(work, 1), (outcome) => {
      this.#end(work, outcome)
      this.#free(outcome)
    })
  }

  /** Runs a function, and the initializer before it when so many workers are more than there have been. */
  #attempt({ fn, call }: Work, workers: number): ThreadOutcome {
    if (workers > this.#made && this.#initializer !== null) {
      const { fn, args } = this.#initializer
      const outcome = attempt(() => Reflect.apply(fn, null, args))
      if (outcome.kind === 'error') return { kind: 'broken', error: outcome.error }
    }
    this.#made = Math.max(this.#made, workers)
    return attempt(() => {
      this._checkPlain(fn)
      return call()
    })
  }

  #end(work: Work, outcome: ThreadOutcome): void {
    if (outcome.kind === 'value' || outcome.kind === 'error') {
      work.end(outcome)
      return
    }
    const text = this.#broken = this._texts[outcome.kind]
    for (const each of [work, ...this.#queue.splice(0).filter(waiting => waiting.begin())]) {
      each.end({ kind: 'error', error: Object.assign(new this._texts.Broken(text), { cause: outcome.error }) })
    }
  }

  #free(outcome: ThreadOutcome): void {
    this.#busy -= 1
    while (this.#busy < this.#maxWorkers && outcome.kind !== 'broken') {
      const next = this.#queue.shift()
      if (next === undefined) break
      this.#start(next)
    }
    if (this.#busy === 0) this.#whenIdle.splice(0).forEach(callback => this.#outside(callback))
  }

  #outside(callback: () => void): void {
    if (this.#clock === null) setImmediate(callback)
    else this.#clock.at(active.clock?.now() ?? 0, callback)
  }
}

/** JavaScript throws anything, a future takes exceptions only. */
function raised(error: unknown): unknown {
  return error instanceof Error ? error : Object.assign(new TypeError('exceptions must derive from BaseException'), { __cause__: error })
}

/** Calls a function outside of every loop, in a context of its own with nothing set. */
function attempt(call: () => unknown): ThreadOutcome {
  const { runningLoop } = active
  active.runningLoop = null
  try {
    return { kind: 'value', value: new Context().run(call) }
  } catch (error) {
    if (error instanceof Halt) throw error
    return { kind: 'error', error }
  } finally {
    active.runningLoop = runningLoop
  }
}

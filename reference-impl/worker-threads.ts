import { runHere } from './blocking.ts'
import { TypeError } from './exceptions/errors.ts'
import { active } from './runtime-state.ts'
import type { Threads, ThreadSteps } from './threads.ts'
import { asWorkerFunction } from './worker-function.ts'
import { WorkerThread, type ThreadCall, type ThreadOutcome } from './worker-thread.ts'

interface Call {
  readonly fn: Function
  readonly args: readonly unknown[]
}

/** What a pool does on the real clock: threads of Node's, started when they are needed and kept for the next call. */
export class WorkerThreads {
  readonly #initializer: Call | null
  readonly #checkPlain: (fn: Function) => void
  readonly #idle: WorkerThread[] = []
  /** How many threads of the program's there have been. */
  #made = 0
  #ending = false
  readonly #name: string
  /** Numbers of the program's threads that have nothing to do. */
  readonly #free: number[] = []
  #started = 0

  /** `name` is what those of its threads begin with; `checkPlain` throws for a function of which no thread knows where it is, if the pool cannot run it. */
  constructor(name: string, initializer: Call | null, checkPlain: (fn: Function) => void) {
    this.#name = name
    this.#initializer = initializer
    this.#checkPlain = checkPlain
  }

  /** Has the call done where it can be: in a thread of Node's, in one of the program's, of which `workers` are at work then, or `here`, in a turn of its own. */
  start(call: Call, workers: number, here: () => ThreadOutcome, ended: (outcome: ThreadOutcome) => void): void {
    const place = asWorkerFunction(call.fn)
    const { threads } = active
    if (place !== null) this.#perform({ ...place, args: call.args }, ended)
    else if (threads === null) runHere(() => ended(here()))
    else {
      const number = this.#free.toSorted((a, b) => a - b)[0] ?? this.#started++
      this.#free.splice(this.#free.indexOf(number), this.#free.includes(number) ? 1 : 0)
      threads.start({ name: `${this.#name}_${number}` }, this.#steps(threads, call, workers), end => {
        this.#free.push(number)
        ended(end.kind === 'value' ? end.value : end)
      })
    }
  }

  /** Ends those that are idle, the others when they have done their call. */
  end(): void {
    this.#ending = true
    for (const thread of this.#idle.splice(0)) thread.end()
  }

  /** The call in a thread of the program's, and the initializer before it when so many are more than there have been. */
  *#steps(threads: Threads, { fn, args }: Call, workers: number): ThreadSteps<ThreadOutcome> {
    let kind: 'broken' | 'error' = 'broken'
    try {
      if (workers > this.#made && this.#initializer !== null) yield* threads.call(this.#initializer.fn, this.#initializer.args)
      this.#made = Math.max(this.#made, workers)
      kind = 'error'
      this.#checkPlain(fn)
      return { kind: 'value', value: yield* threads.call(fn, args) }
    } catch (error) {
      return { kind, error }
    }
  }

  /** Has a thread do the call: an idle one, or a new one. */
  #perform(call: ThreadCall, ended: (outcome: ThreadOutcome) => void): void {
    let thread: WorkerThread | undefined
    const rest = (): void => { if (thread !== undefined) this.#idle.push(thread) }
    try {
      thread = this.#idle.pop() ?? this.#newThread()
      thread.perform(call, outcome => {
        if (outcome.kind !== 'lost') rest()
        ended(outcome)
        if (this.#ending) this.end()
      })
    } catch (error) {
      rest()
      // Never from inside `submit`: who asked has no future yet.
      runHere(() => ended({ kind: 'error', error }))
    }
  }

  #newThread(): WorkerThread {
    const initializer = this.#initializer
    const place = initializer === null ? null : asWorkerFunction(initializer.fn)
    if (initializer !== null && place === null) throw new TypeError('the initializer of threads must be a workerFunction')
    const thread: WorkerThread = new WorkerThread(initializer === null || place === null ? null : { ...place, args: initializer.args }, () => {
      const index = this.#idle.indexOf(thread)
      if (index >= 0) this.#idle.splice(index, 1)
    })
    return thread
  }
}

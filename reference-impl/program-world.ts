import { className } from './type-name.ts'
import { Coroutine } from './coroutine.ts'
import type { CoroutineBase } from './coroutine-base.ts'
import type { EventLoop } from './event-loop.ts'
import { withSource, type ExceptionContext } from './exception-context.ts'
import { Halt } from './exceptions/halt.ts'
import type { Future } from './future.ts'
import { activate, type RuntimeState } from './runtime-state.ts'
import type { Task } from './task.ts'
import type { Tracker } from './tracker.ts'
import type { VirtualClock } from './virtual-clock.ts'
import { WatchList } from './watch-list.ts'

/** Where a world's reports go, and how far it may run. */
export interface WorldOptions {
  /** The default exception handler: told of every context that no handler of the program's took. */
  readonly report?: (context: ExceptionContext) => void
  /** Warnings, by category: `('RuntimeWarning', "coroutine 'x' was never awaited")`. */
  readonly warn?: (category: string, text: string) => void
  /** What a finalizer threw. */
  readonly unraisable?: (error: unknown) => void
  /** How many passes all loops together may make; without it any number. */
  readonly steps?: number
  /** How values read in the `repr` of futures and tasks and in messages. */
  readonly repr?: (value: unknown) => string
  /** Standard output: takes a text as a line. */
  readonly print?: (text: string) => void
}

/** What a world is told when it is told nothing. */
const silent = { report: null, warn: () => {}, unraisable: () => {}, steps: Infinity, repr: null, print: (text: string) => console.log(text) }

/**
 * What worlds of one program share, whatever their clock: task names from Task-1, contexts, and what Python's garbage
 * collector would report at the end. Worlds do not see each other.
 */
export abstract class ProgramWorld {
  protected readonly state: RuntimeState
  private readonly unraisable: (error: unknown) => void
  private readonly coroutines = new WatchList<CoroutineBase<unknown>>(made => !made._ended)
  private readonly failed = new WatchList<Future<unknown>>(future => future._retrieval?.pending === true)
  private readonly tasks = new WatchList<Task<unknown>>(task => task._state === 'PENDING')

  constructor(options: WorldOptions, clock: VirtualClock | null, newEventLoop: () => EventLoop) {
    const { report, warn, unraisable, steps, repr, print } = { ...silent, ...options }
    this.unraisable = unraisable
    const tracker: Tracker = {
      coroutineMade: made => this.coroutines.add(made),
      futureFailed: future => this.failed.add(future),
      taskMade: task => this.tasks.add(task),
      report,
      warn,
    }
    this.state = {
      runningLoop: null, eventLoop: null, context: null, thread: null, threads: null, taskNames: 0, executorNames: 0, handled: null, halt: null, steps: 0, stepLimit: steps,
      clock, tracker, newEventLoop, repr, print,
    }
  }

  /** Why the world stands still, or `null`; then `finish` has nothing to deliver. */
  get halted(): Halt | null { return this.state.halt }

  /** Runs `program` in this world. Exceptions made inside record no JavaScript stack. */
  enter<T>(program: () => T): T {
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 0
    const outside = activate(this.state)
    try {
      return program()
    } catch (error) {
      if (error instanceof Halt) this.state.halt = error
      throw error
    } finally {
      activate(outside)
      Error.stackTraceLimit = limit
    }
  }

  /**
   * Delivers what Python would when everything is garbage collected: exceptions never retrieved, tasks destroyed
   * while pending (through the exception handlers of their loops), coroutines never awaited (as warnings); suspended
   * coroutines are closed.
   */
  finish(): void {
    if (this.halted === null) this.enter(() => this.collect())
  }

  private collect(): void {
    for (const task of this.tasks.open()) {
      if (task._logDestroyPending) {
        this.handled(task, new Map<string, unknown>([['task', task], ['message', 'Task was destroyed but it is pending!']]))
      }
    }
    for (const future of this.failed.open()) {
      future._retrieved()
      this.handled(future, new Map<string, unknown>([
        ['message', `${className(future)} exception was never retrieved`], ['exception', future._exception], ['future', future],
      ]))
    }
    for (const made of this.coroutines.open()) {
      const text = made._unawaited()
      if (text !== null) this.state.tracker.warn('RuntimeWarning', text)
      else if (made instanceof Coroutine && made.state === 'CORO_SUSPENDED') this.guarded(() => made.close())
    }
  }

  private handled(future: Future<unknown>, context: ExceptionContext): void {
    this.guarded(() => future.getLoop().callExceptionHandler(withSource(future, context)))
  }

  private guarded(action: () => void): void {
    try {
      action()
    } catch (error) {
      this.unraisable(error)
    }
  }
}

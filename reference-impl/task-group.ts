import { coroutine, type Coroutine } from './coroutine.ts'
import type { CoroutineBase } from './coroutine-base.ts'
import { currentTask } from './current-task.ts'
import type { EventLoop } from './event-loop.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { AttributeError, RuntimeError } from './exceptions/errors.ts'
import { BaseExceptionGroup } from './exceptions/exception-group.ts'
import { KeyboardInterrupt, SystemExit } from './exceptions/exits.ts'
import type { Future } from './future.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { ForeignCoroutine } from './iscoroutine.ts'
import { onBehalfOf } from './on-behalf-of.ts'
import { qualified } from './qualified.ts'
import type { Task, TaskOptions } from './task.ts'

/**
 * An `async with` block that does not end before the tasks made in it: the first that fails cancels the others and
 * the block, and all failures leave it as one `ExceptionGroup`.
 * CPython 3.14 `taskgroups.py`, `TaskGroup`.
 */
export class TaskGroup {
  static readonly __module__: string = 'asyncio.taskgroups'
  #entered = false
  #exiting = false
  #aborting = false
  #loop: EventLoop | null = null
  #parent: Task<unknown> | null = null
  #parentCancelRequested = false
  readonly #tasks = new Set<Future<unknown>>()
  #errors: unknown[] | null = []
  #baseError: unknown = null
  #completed: Future<true> | null = null

  toString(): string {
    let text = '<TaskGroup'
    if (this.#tasks.size > 0) text += ` tasks=${this.#tasks.size}`
    if (this.#errors !== null && this.#errors.length > 0) text += ` errors=${this.#errors.length}`
    if (this.#aborting) text += ' cancelling'
    else if (this.#entered) text += ' entered'
    return `${text}>`
  }

  /** Throws `RuntimeError` when it has been entered before, or outside a task. */
  __aenter__(): Coroutine<this> {
    return TaskGroup.#enter(this)
  }

  static readonly #enter = coroutine(function* __aenter__<T extends TaskGroup>(group: T) {
    if (group.#entered) throw new RuntimeError(`TaskGroup ${group.toString()} has already been entered`)
    group.#loop ??= getRunningLoop()
    group.#parent = currentTask(group.#loop)
    if (group.#parent === null) throw new RuntimeError(`TaskGroup ${group.toString()} cannot determine the parent task`)
    onBehalfOf(group.#parent, group.#onTaskDone)
    group.#entered = true
    return group
  }, 'TaskGroup.__aenter__')

  /** Waits for the tasks; throws `BaseExceptionGroup` with what went wrong in them and in the block. */
  __aexit__(_type: unknown, error: unknown, _traceback?: unknown): Coroutine<null> {
    return TaskGroup.#exit(this, error)
  }

  static readonly #exit = coroutine(function* __aexit__(group: TaskGroup, error: unknown) {
    try {
      yield* TaskGroup.#finish(group, error ?? null)
    } finally {
      group.#parent = null
      group.#errors = null
      group.#baseError = null
    }
    return null
  }, 'TaskGroup.__aexit__')

  static readonly #finish = coroutine(function* _aexit(group: TaskGroup, error: unknown) {
    group.#exiting = true
    if (error !== null && isBaseError(error)) group.#baseError ??= error
    let cancellation = error instanceof CancelledError ? error : null
    if (error !== null && !group.#aborting) group.#abort()

    // The waiting is repeated: the parent may be cancelled several times meanwhile.
    while (group.#tasks.size > 0) {
      group.#completed ??= group.#running().createFuture<true>()
      try {
        yield* group.#completed
      } catch (caught) {
        if (!(caught instanceof CancelledError)) throw caught
        if (!group.#aborting) {
          cancellation = caught
          group.#abort()
        }
      }
      group.#completed = null
    }

    if (group.#baseError !== null) throw group.#baseError
    // The group's own cancel request must be taken back; with none left from elsewhere the cancellation ends here.
    if (group.#parentCancelRequested && group.#parent?.uncancel() === 0) cancellation = null
    if (cancellation !== null && !group.#errors?.length) throw cancellation
    if (error !== null && !(error instanceof CancelledError)) group.#failed(error)
    if (!group.#errors?.length) return
    if (group.#parent !== null && group.#parent.cancelling() > 0) {
      // Cancelled from outside as well: deliver that at the next await, and keep the count.
      group.#parent.uncancel()
      group.#parent.cancel()
    }
    const failure = new BaseExceptionGroup('unhandled errors in a TaskGroup', group.#errors)
    failure.__suppress_context__ = true
    throw failure
  }, 'TaskGroup._aexit')

  /**
   * Makes a task that belongs to the group. Throws `RuntimeError`, and closes the coroutine, when the group has not
   * been entered, is finished, or is shutting down.
   */
  createTask<T>(coro: CoroutineBase<T> | ForeignCoroutine<T>, options?: TaskOptions): Task<T> {
    const refusal = this.#refusal()
    if (refusal !== null) {
      coro.close()
      throw new RuntimeError(`TaskGroup ${this.toString()} ${refusal}`)
    }
    const task = this.#running().createTask(coro, options)
    // Also for a task that is done already: its failure must not cancel the parent before the next turn (gh-128550).
    this.#tasks.add(task)
    task.addDoneCallback(this.#onTaskDone)
    return task
  }

  #refusal(): string | null {
    if (!this.#entered) return 'has not been entered'
    if (this.#exiting && this.#tasks.size === 0) return 'is finished'
    return this.#aborting ? 'is shutting down' : null
  }

  #running(): EventLoop {
    return this.#loop ?? getRunningLoop()
  }

  #abort(): void {
    this.#aborting = true
    for (const task of this.#tasks) {
      if (!task.done()) task.cancel()
    }
  }

  /** The block may have been left before its tasks, closed or driven by hand: then there is no list any more. */
  #failed(error: unknown): void {
    if (this.#errors === null) throw new AttributeError("'NoneType' object has no attribute 'append'")
    this.#errors.push(error)
  }

  readonly #onTaskDone = qualified('TaskGroup._on_task_done', (task: Future<unknown>): void => {
    this.#tasks.delete(task)
    if (this.#completed !== null && this.#tasks.size === 0 && !this.#completed.done()) this.#completed.setResult(true)
    if (task.cancelled()) return
    const error = task.exception()
    if (error === null) return
    this.#failed(error)
    if (isBaseError(error)) this.#baseError ??= error
    if (this.#parent?.done()) {
      this.#running().callExceptionHandler(new Map<string, unknown>([
        ['message', `Task ${task} has errored out but its parent task ${this.#parent} is already completed`],
        ['exception', error],
        ['task', task],
      ]))
      return
    }
    if (this.#aborting || this.#parentCancelRequested) return
    // The parent is cancelled only to leave the block: `__aexit__` takes the request back.
    this.#abort()
    this.#parentCancelRequested = true
    this.#parent?.cancel()
  })
}

/** These stop the program: they leave the block as they are, in no group. */
function isBaseError(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt
}

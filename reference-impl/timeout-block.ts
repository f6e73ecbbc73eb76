import { coroutine, type Coroutine } from './coroutine.ts'
import { currentTask } from './current-task.ts'
import { CancelledError } from './exceptions/asyncio-errors.ts'
import { BaseException } from './exceptions/base-exception.ts'
import { AssertionError, RuntimeError } from './exceptions/errors.ts'
import { ExceptionGroup } from './exceptions/exception-group.ts'
import { TimeoutError } from './exceptions/os-errors.ts'
import { getRunningLoop } from './get-running-loop.ts'
import type { Handle } from './handle.ts'
import { checkComparable } from './operands.ts'
import { qualified } from './qualified.ts'
import { raisedFrom } from './raised-from.ts'
import type { Task } from './task.ts'

type TimeoutState = 'created' | 'active' | 'expiring' | 'expired' | 'finished'

/**
 * An `async with` block that has a deadline: its task is cancelled when the deadline passes, and the cancellation
 * leaves the block as `TimeoutError`. Made by `timeout()` and `timeoutAt()`.
 * CPython 3.14 `timeouts.py`, `Timeout`.
 */
export class Timeout {
  static readonly __module__: string = 'asyncio.timeouts'
  #state: TimeoutState = 'created'
  #handle: Handle | null = null
  #task: Task<unknown> | null = null
  #cancelling = 0
  #when: number | null
  readonly #onTimeout = qualified('Timeout._on_timeout', (): void => {
    this.#task?.cancel()
    this.#state = 'expiring'
    this.#handle = null
  })

  /** `when`: the deadline in the loop's time; `null` for none. */
  constructor(when: number | null) {
    this.#when = when
  }

  /** The deadline in the loop's time, `null` for none. */
  when(): number | null {
    return this.#when
  }

  /** Sets another deadline, or none; throws `RuntimeError` before the block, after it, and once the deadline has passed. */
  reschedule(when: number | null): void {
    if (this.#state === 'created') throw new RuntimeError('Timeout has not been entered')
    if (this.#state !== 'active') throw new RuntimeError(`Cannot change state of ${this.#state} Timeout`)
    this.#when = when
    this.#handle?.cancel()
    if (when === null) {
      this.#handle = null
      return
    }
    const loop = getRunningLoop()
    checkComparable(when, '<=', loop.time())
    this.#handle = when <= loop.time() ? loop.callSoon(this.#onTimeout) : loop.callAt(when, this.#onTimeout)
  }

  /** Whether the deadline passed inside the block. */
  expired(): boolean {
    return this.#state === 'expiring' || this.#state === 'expired'
  }

  toString(): string {
    if (this.#state !== 'active') return `<Timeout [${this.#state}]>`
    const when = this.#when === null ? 'None' : String(Math.round(this.#when * 1000) / 1000)
    return `<Timeout [active] when=${when}>`
  }

  /** Throws `RuntimeError` when it has been entered before, or outside a task. */
  __aenter__(): Coroutine<this> {
    return Timeout.#enter(this)
  }

  static readonly #enter = coroutine(function* __aenter__<T extends Timeout>(timeout: T) {
    if (timeout.#state !== 'created') throw new RuntimeError('Timeout has already been entered')
    const task = currentTask()
    if (task === null) throw new RuntimeError('Timeout should be used inside a task')
    timeout.#state = 'active'
    timeout.#task = task
    timeout.#cancelling = task.cancelling()
    timeout.reschedule(timeout.#when)
    return timeout
  }, 'Timeout.__aenter__')

  /** Throws `TimeoutError` when the deadline passed and its cancellation, and no other, leaves the block. */
  __aexit__(_type: unknown, error: unknown, _traceback?: unknown): Coroutine<null> {
    return Timeout.#exit(this, error)
  }

  static readonly #exit = coroutine(function* __aexit__(timeout: Timeout, error: unknown) {
    if (timeout.#state !== 'active' && timeout.#state !== 'expiring') throw new AssertionError()
    timeout.#handle?.cancel()
    timeout.#handle = null
    if (timeout.#state === 'active') {
      timeout.#state = 'finished'
      return null
    }
    timeout.#state = 'expired'
    // With further cancel requests the cancellation is somebody else's too, and stays one.
    const mine = timeout.#task !== null && timeout.#task.uncancel() <= timeout.#cancelling
    if (!mine || error === null || error === undefined) return null
    if (error instanceof CancelledError) throw raisedFrom(new TimeoutError(), error)
    insertTimeoutError(error)
    if (error instanceof ExceptionGroup) error.exceptions.forEach(insertTimeoutError)
    return null
  }, 'Timeout.__aexit__')
}

/** An exception that took the cancellation's place keeps it as context: there it becomes a `TimeoutError` too. */
function insertTimeoutError(error: unknown): void {
  for (let at = error; at instanceof BaseException; at = at.__context__) {
    const cancellation = at.__context__
    if (!(cancellation instanceof CancelledError)) continue
    const timeoutError = new TimeoutError()
    timeoutError.__context__ = timeoutError.__cause__ = cancellation
    at.__context__ = timeoutError
    return
  }
}

import { AwaitIterator } from './await-iterator.ts'
import type { Suspension } from './awaitable.ts'
import { CoroutineBase } from './coroutine-base.ts'
import { RuntimeError, TypeError, ValueError } from './exceptions/errors.ts'
import { GeneratorExit } from './exceptions/exits.ts'
import { StopIteration } from './exceptions/iteration.ts'
import { raisedFrom } from './raised-from.ts'
import { entered, innermost, left, type Running } from './running.ts'
import { active } from './runtime-state.ts'
import type { Step, Steps } from './steps.ts'
import { isRefused } from './thrown-by-hand.ts'

/** The body of a coroutine: `yield*` is `await`. */
export type CoroutineBody<T> = Generator<Suspension, T, unknown>

/** What `inspect.getcoroutinestate` says. */
export type CoroutineState = 'CORO_CREATED' | 'CORO_RUNNING' | 'CORO_SUSPENDED' | 'CORO_CLOSED'

/** Python's coroutine object: made by calling a coroutine function, runs when awaited or made a task. */
export class Coroutine<T> extends CoroutineBase<T> implements Running {
  readonly __name__: string
  readonly __qualname__: string
  /** `inspect.getcoroutinestate`'s word for it. */
  state: CoroutineState = 'CORO_CREATED'
  /** @internal The last coroutine that it awaited. */ _awaited: Coroutine<unknown> | null = null
  /** @internal */ _outer: Running | null = null
  private readonly body: CoroutineBody<T>

  constructor(body: CoroutineBody<T>, name: string, qualname: string) {
    super()
    this.body = body
    this.__name__ = name
    this.__qualname__ = qualname
    active.tracker.coroutineMade(this)
  }

  /** Whether its body runs now. */
  get crRunning(): boolean { return this.state === 'CORO_RUNNING' }
  /** The coroutine that it awaits, or `null`; `null`, too, while that one runs. */
  get crAwait(): Coroutine<unknown> | null { return this.state !== 'CORO_SUSPENDED' || this._awaited === null || this._awaited._ended ? null : this._awaited }
  get __typename__(): string { return 'coroutine' }

  /** @internal */
  _resume(value: unknown): Step<T> {
    const state = this.state
    if (state !== 'CORO_SUSPENDED') {
      this.checkIdle()
      if (value !== null && value !== undefined) throw new TypeError("can't send non-None value to a just-started coroutine")
    }
    this.state = 'CORO_RUNNING'
    entered(this)
    let step: Step<T>
    try {
      step = this.body.next(value)
    } catch (error) {
      this.state = 'CORO_CLOSED'
      throw error instanceof StopIteration ? raisedStopIteration(error) : error
    } finally {
      left(this)
    }
    this.state = step.done === true ? 'CORO_CLOSED' : 'CORO_SUSPENDED'
    return step
  }

  /** @internal */
  _raise(error: unknown): Step<T> {
    if (this.state !== 'CORO_SUSPENDED') {
      if (isRefused(error)) throw error
      this.checkIdle()
    }
    // One that has not begun lets a StopIteration through as it is.
    const began = this.state !== 'CORO_CREATED'
    this.state = 'CORO_RUNNING'
    entered(this)
    let step: Step<T>
    try {
      step = this.body.throw(error)
    } catch (thrown) {
      this.state = 'CORO_CLOSED'
      throw began && thrown instanceof StopIteration ? raisedStopIteration(thrown) : thrown
    } finally {
      left(this)
    }
    this.state = step.done === true ? 'CORO_CLOSED' : 'CORO_SUSPENDED'
    return step
  }

  /** @internal */
  get _ended(): boolean { return this.state === 'CORO_CLOSED' }

  /** @internal */
  _unawaited(): string | null {
    return this.state === 'CORO_CREATED' ? `coroutine '${this.__qualname__}' was never awaited` : null
  }

  /** Ends it with GeneratorExit; what it returns on that, `null` where it raises. Throws RuntimeError when it goes on waiting. */
  close(): T | null {
    if (this.state === 'CORO_CLOSED') return null
    if (this.state === 'CORO_CREATED') {
      this.state = 'CORO_CLOSED'
      return null
    }
    let step: Step<T>
    try {
      step = this._raise(new GeneratorExit())
    } catch (error) {
      if (error instanceof GeneratorExit) return null
      throw error
    }
    if (step.done !== true) throw new RuntimeError('coroutine ignored GeneratorExit')
    return step.value ?? null
  }

  [Symbol.iterator](): Steps<T> {
    if (this.state === 'CORO_SUSPENDED') throw new RuntimeError('coroutine is being awaited already')
    // What runs already refuses to be awaited.
    if (innermost instanceof Coroutine && !this.crRunning) innermost._awaited = this
    return new CoroutineSteps(this)
  }

  /** Also of one that is awaited already: only `await` itself minds, and only that makes it what a coroutine awaits. */
  override __await__(): AwaitIterator<T> { return new AwaitIterator(new CoroutineSteps(this), 'coroutine_wrapper', this) }

  override toString(): string { return `<coroutine object ${this.__qualname__} at 0x…>` }

  private checkIdle(): void {
    if (this.state === 'CORO_CLOSED') throw new RuntimeError('cannot reuse already awaited coroutine')
    if (this.state === 'CORO_RUNNING') throw new ValueError('coroutine already executing')
  }
}

function raisedStopIteration(cause: StopIteration): RuntimeError {
  return raisedFrom(new RuntimeError('coroutine raised StopIteration'), cause)
}

/** What `yield*` drives; a GeneratorExit that passes through closes the coroutine first, as CPython's gen_close_iter. */
class CoroutineSteps<T> implements Steps<T> {
  private readonly coroutine: Coroutine<T>
  constructor(coroutine: Coroutine<T>) {
    this.coroutine = coroutine
  }
  next(value: unknown): Step<T> { return this.coroutine._resume(value) }
  throw(error: unknown): Step<T> {
    if (error instanceof GeneratorExit) {
      this.coroutine.close()
      throw error
    }
    return this.coroutine._raise(error)
  }
  close(): T | null { return this.coroutine.close() }
}

/**
 * Makes a coroutine function of a generator function in which `yield*` stands for `await`.
 *
 * `const child = coroutine(function* child(delay: number) { yield* sleep(delay); return 1 })`. Calling it runs
 * nothing. `qualname` is for `repr` and messages; without it the function's name serves.
 */
export function coroutine<A extends unknown[], T>(
  body: (...args: A) => Generator<Suspension, T, unknown>, qualname: string = body.name,
): (...args: A) => Coroutine<T> {
  const name = body.name
  // A function that is called as it is named: to name it later costs as much as all the rest.
  const { [name]: made } = { [name](this: unknown, ...args: A): Coroutine<T> { return new Coroutine(body.apply(this, args), name, qualname) } }
  if (made === undefined) throw new Error(`no function ${name}`)
  const marked: typeof made & { [isMade]?: true, __qualname__?: string } = made
  marked[isMade] = true
  marked.__qualname__ = qualname
  return marked
}

const isMade = Symbol('coroutine function')

/** Whether `coroutine` made the function: `inspect.iscoroutinefunction`. */
export function isCoroutineFunction(value: unknown): boolean {
  return typeof value === 'function' && isMade in value
}

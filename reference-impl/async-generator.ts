import { AsyncGeneratorStep } from './async-generator-step.ts'
import type { Suspension } from './awaitable.ts'
import type { CoroutineBase } from './coroutine-base.ts'
import { Emission } from './emission.ts'
import type { EventLoop } from './event-loop.ts'
import { RuntimeError, TypeError, ValueError } from './exceptions/errors.ts'
import { GeneratorExit } from './exceptions/exits.ts'
import { StopAsyncIteration, StopIteration } from './exceptions/iteration.ts'
import { raisedFrom } from './raised-from.ts'
import { entered, left, type Running } from './running.ts'
import { active } from './runtime-state.ts'
import { deliverAsGiven, isRefused, warnOfSignature } from './thrown-by-hand.ts'

/** The body of an asynchronous generator: `yield*` is `await`, `yield* emit(value)` is `yield value`. */
export type AsyncGeneratorBody<Y> = Generator<Suspension | Emission<Y>, void, unknown>

/** Where a generator has got to: to an await, to a value it emits, or to its end. */
export type AdvancedTo<Y> = IteratorResult<Suspension | Emission<Y>, void>

/** Python's asynchronous generator object. CPython 3.14 Objects/genobject.c. */
export class AsyncGenerator<Y> implements Running {
  readonly __name__: string
  readonly __qualname__: string
  /** @internal A step of it is under way. */ _running = false
  /** @internal No step can begin. */ _closed = false
  /** @internal */ _outer: Running | null = null
  private readonly body: AsyncGeneratorBody<Y>
  private state: 'created' | 'suspended' | 'awaiting' | 'executing' | 'finished' = 'created'
  private loop: EventLoop | null = null

  constructor(body: AsyncGeneratorBody<Y>, name: string, qualname: string) {
    this.body = body
    this.__name__ = name
    this.__qualname__ = qualname
  }

  /** Whether a step of it is under way. */
  get agRunning(): boolean { return this._running }
  get __typename__(): string { return 'async_generator' }
  __aiter__(): this { return this }

  /** The next value; StopAsyncIteration at the end. */
  __anext__(): CoroutineBase<Y> { return this.asend(null) }

  /** Like `__anext__`, with `value` as what the pending `emit` gives. */
  asend(value: unknown): CoroutineBase<Y> {
    this.begin()
    return new AsyncGeneratorStep(this, 'asend', sent => this._next(sent ?? value))
  }

  /** Throws an exception, or a class of them, where it is suspended; the next value. */
  athrow(...thrown: unknown[]): CoroutineBase<Y> {
    if (thrown.length > 1) warnOfSignature('athrow')
    this.begin()
    return new AsyncGeneratorStep(this, 'athrow', () => deliverAsGiven(thrown, error => this._throw(error)))
  }

  /** Ends it with GeneratorExit. Throws RuntimeError when it emits another value instead. */
  aclose(): CoroutineBase<null> {
    this.begin()
    return new AsyncGeneratorStep<Y, null>(this, 'aclose', () => {
      this._closed = true
      return this._throw(new GeneratorExit())
    })
  }

  toString(): string { return `<async_generator object ${this.__qualname__} at 0x…>` }

  /** @internal */
  get _finished(): boolean { return this.state === 'finished' }

  /** @internal */
  _next(value: unknown): AdvancedTo<Y> {
    if (this.state === 'finished') throw new StopAsyncIteration()
    if (this.state === 'created' && value !== null && value !== undefined) {
      throw new TypeError("can't send non-None value to a just-started async generator")
    }
    return this.execute(() => this.body.next(value))
  }

  /** @internal */
  _throw(error: unknown): AdvancedTo<Y> {
    if (this.state !== 'awaiting' && isRefused(error)) throw error
    if (this.state === 'created') this.finish()
    // Before it began nothing of it takes the error, and nothing makes a StopAsyncIteration a RuntimeError.
    if (this.state === 'finished') throw error
    return this.execute(() => this.body.throw(error))
  }

  private execute(step: () => AdvancedTo<Y>): AdvancedTo<Y> {
    if (this.state === 'executing') throw new ValueError('async generator already executing')
    this.state = 'executing'
    entered(this)
    let advanced: AdvancedTo<Y>
    try {
      advanced = step()
    } catch (error) {
      this.finish()
      throw ended(error)
    } finally {
      left(this)
    }
    if (advanced.done === true) {
      this.finish()
      throw new StopAsyncIteration()
    }
    this.state = advanced.value instanceof Emission ? 'suspended' : 'awaiting'
    return advanced
  }

  private finish(): void {
    this.state = 'finished'
    this._forget()
  }

  /** @internal Its loop does not close it any more when it is shut down. */
  _forget(): void { this.loop?._asyncgens.delete(this) }

  /** The hook for the first iteration: the running loop will close it when it is shut down. */
  private begin(): void {
    if (this.loop !== null || active.runningLoop === null) return
    this.loop = active.runningLoop
    this.loop._asyncgens.add(this)
  }
}

function ended(error: unknown): unknown {
  if (!(error instanceof StopIteration || error instanceof StopAsyncIteration)) return error
  return raisedFrom(new RuntimeError(`async generator raised ${error.constructor.name}`), error)
}

/**
 * Makes an asynchronous generator function of a generator function: `yield* emit(value)` is Python's `yield value`,
 * `yield*` of an awaitable is `await`.
 */
export function asyncGenerator<A extends unknown[], Y>(
  body: (...args: A) => Generator<Suspension | Emission<Y>, void, unknown>, qualname: string = body.name,
): (...args: A) => AsyncGenerator<Y> {
  const name = body.name
  function asyncGeneratorFunction(this: unknown, ...args: A): AsyncGenerator<Y> {
    return new AsyncGenerator(body.apply(this, args), name, qualname)
  }
  Object.defineProperty(asyncGeneratorFunction, 'name', { value: name, configurable: true })
  functions.add(asyncGeneratorFunction)
  return Object.assign(asyncGeneratorFunction, { __qualname__: qualname })
}

const functions = new WeakSet<object>()

/** Whether `asyncGenerator` made the function: `inspect.isasyncgenfunction`. */
export function isAsyncGeneratorFunction(value: unknown): boolean {
  return typeof value === 'function' && functions.has(value)
}

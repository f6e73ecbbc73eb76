import { AwaitIterator } from './await-iterator.ts'
import type { Suspension } from './awaitable.ts'
import { CoroutineBase, type Step } from './coroutine-base.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import { GeneratorExit } from './exceptions/exits.ts'
import { StopAsyncIteration, StopIteration } from './exceptions/iteration.ts'
import type { EventLoop } from './event-loop.ts'
import { active } from './runtime-state.ts'

/** A value on its way out of an asynchronous generator. */
export class Emission<Y> {
  readonly value: Y
  constructor(value: Y) { this.value = value }
  *[Symbol.iterator](): Generator<Emission<Y>, unknown, unknown> { return yield this }
}

/** `yield* emit(value)` inside an asynchronous generator is Python's `yield value`; what is sent in comes back. */
export function emit<Y>(value: Y): Emission<Y> { return new Emission(value) }

export type AsyncGeneratorBody<Y> = Generator<Suspension | Emission<Y>, void, unknown>

type Raw<Y> = IteratorResult<Suspension | Emission<Y>, void>

/** Python's asynchronous generator object. CPython 3.14 Objects/genobject.c. */
export class AsyncGenerator<Y> {
  readonly __name__: string
  readonly __qualname__: string
  /** @internal A step of it is under way. */ _running = false
  /** @internal No step can begin. */ _closed = false
  private readonly body: AsyncGeneratorBody<Y>
  private state: 'created' | 'suspended' | 'executing' | 'finished' = 'created'
  private loop: EventLoop | null = null

  constructor(body: AsyncGeneratorBody<Y>, name: string, qualname: string) {
    this.body = body
    this.__name__ = name
    this.__qualname__ = qualname
  }

  get agRunning(): boolean { return this._running }
  get __typename__(): string { return 'async_generator' }
  __aiter__(): this { return this }

  /** The next value; StopAsyncIteration at the end. */
  __anext__(): CoroutineBase<Y> { return this.asend(null) }

  /** Like `__anext__`, with `value` as what the pending `emit` gives. */
  asend(value: unknown): CoroutineBase<Y> {
    this.begin()
    return new AsyncGeneratorStep(this, 'asend', () => this._next(value))
  }

  /** Throws `error` where it is suspended; the next value. */
  athrow(error: unknown): CoroutineBase<Y> {
    this.begin()
    const thrown = typeof error === 'function' ? Reflect.construct(error, []) : error
    return new AsyncGeneratorStep(this, 'athrow', () => this._throw(thrown))
  }

  /** Ends it with GeneratorExit. Throws RuntimeError when it emits another value instead. */
  aclose(): CoroutineBase<null> {
    this.begin()
    return new AsyncGeneratorStep<Y, null>(this, 'aclose', () => {
      this._closed = true
      // What has been closed is not closed again when the loop is shut down.
      this.loop?._asyncgens.delete(this)
      return this._throw(new GeneratorExit())
    })
  }

  toString(): string { return `<async_generator object ${this.__qualname__} at 0x…>` }

  /** @internal */
  get _finished(): boolean { return this.state === 'finished' }

  /** @internal */
  _next(value: unknown): Raw<Y> {
    if (this.state === 'finished') throw new StopAsyncIteration()
    if (this.state === 'created' && value !== null && value !== undefined) {
      throw new TypeError("can't send non-None value to a just-started async generator")
    }
    return this.execute(() => this.body.next(value))
  }

  /** @internal */
  _throw(error: unknown): Raw<Y> {
    if (this.state === 'created') this.finish()
    // Before it began nothing of it takes the error, and nothing makes a StopAsyncIteration a RuntimeError.
    if (this.state === 'finished') throw error
    return this.execute(() => this.body.throw(error))
  }

  private execute(step: () => Raw<Y>): Raw<Y> {
    if (this.state === 'executing') throw new RuntimeError('async generator already executing')
    this.state = 'executing'
    let raw: Raw<Y>
    try {
      raw = step()
    } catch (error) {
      this.finish()
      throw ended(error)
    }
    if (raw.done === true) {
      this.finish()
      throw new StopAsyncIteration()
    }
    this.state = 'suspended'
    return raw
  }

  private finish(): void {
    this.state = 'finished'
    this.loop?._asyncgens.delete(this)
  }

  /** The hook for the first iteration: the running loop will close it when it is shut down. */
  private begin(): void {
    if (this.loop !== null || active.runningLoop === null) return
    this.loop = active.runningLoop
    this.loop._asyncgens.add(this)
  }
}

function ended(error: unknown): unknown {
  if (!(error instanceof StopIteration || error instanceof StopAsyncIteration)) return error
  const wrapped = new RuntimeError(`async generator raised ${error.constructor.name}`)
  wrapped.__cause__ = error
  wrapped.__context__ = error
  wrapped.__suppress_context__ = true
  return wrapped
}

type StepKind = 'asend' | 'athrow' | 'aclose'

/** What `__anext__`, `asend`, `athrow` and `aclose` return. genobject.c, async_gen_asend_* and async_gen_athrow_*. */
class AsyncGeneratorStep<Y, T extends Y | null> extends CoroutineBase<T> {
  private readonly generator: AsyncGenerator<Y>
  private readonly kind: StepKind
  private readonly first: () => Raw<Y>
  private phase: 'init' | 'iterating' | 'closed' = 'init'

  constructor(generator: AsyncGenerator<Y>, kind: StepKind, first: () => Raw<Y>) {
    super()
    this.generator = generator
    this.kind = kind
    this.first = first
    active.tracker.coroutineMade(this)
  }

  get __typename__(): string { return this.kind === 'asend' ? 'async_generator_asend' : 'async_generator_athrow' }
  override toString(): string { return `<${this.__typename__} object at 0x…>` }

  /** @internal */
  get _ended(): boolean { return this.phase === 'closed' }

  /** @internal */
  _unawaited(): string | null {
    return this.phase === 'init' ? `coroutine method '${this.kind}' of '${this.generator.__qualname__}' was never awaited` : null
  }

  /** @internal */
  _resume(value: unknown): Step<T> {
    this.checkOpen()
    if (this.phase !== 'init') return this.settle(() => this.generator._next(value))
    if (this.kind !== 'asend' && this.generator._finished) {
      this.phase = 'closed'
      return { done: true, value: null as T } // only athrow on an ended generator: CPython returns None too
    }
    this.enter()
    if (this.kind !== 'asend' && this.generator._closed) {
      this.phase = 'closed'
      throw new StopAsyncIteration()
    }
    this.phase = 'iterating'
    this.generator._running = true
    return this.settle(this.first)
  }

  /** @internal */
  _raise(error: unknown): Step<T> {
    this.checkOpen()
    if (this.phase === 'init') {
      this.enter()
      this.phase = 'iterating'
      this.generator._running = true
    }
    return this.settle(() => this.generator._throw(error))
  }

  close(): void {
    if (this.phase === 'closed') return
    let step: Step<T>
    try {
      step = this._raise(new GeneratorExit())
    } catch (error) {
      if (error instanceof GeneratorExit || error instanceof StopAsyncIteration) return
      throw error
    }
    if (step.done !== true) throw new RuntimeError('coroutine ignored GeneratorExit')
  }

  [Symbol.iterator](): AwaitIterator<T> {
    return new StepIterator(this)
  }

  private checkOpen(): void {
    if (this.phase !== 'closed') return
    const what = this.kind === 'asend' ? '__anext__()/asend()' : 'aclose()/athrow()'
    throw new RuntimeError(`cannot reuse already awaited ${what}`)
  }

  private enter(): void {
    if (!this.generator._running) return
    this.phase = 'closed'
    const what = this.kind === 'asend' ? 'anext' : this.kind
    throw new RuntimeError(`${what}(): asynchronous generator is already running`)
  }

  /** Takes an emission for the end of this step. */
  private settle(advance: () => Raw<Y>): Step<T> {
    const generator = this.generator
    let raw: Raw<Y>
    try {
      raw = advance()
    } catch (error) {
      generator._running = false
      this.phase = 'closed'
      if (error instanceof StopAsyncIteration || error instanceof GeneratorExit) {
        generator._closed = true
        if (this.kind === 'aclose') return { done: true, value: null as T } // aclose gives nothing
      }
      // Thrown into one that has not begun it comes out as it is, and is then the end of this step.
      if (error instanceof StopIteration) return { done: true, value: error.value as T }
      throw error
    }
    if (!(raw.value instanceof Emission)) return { done: false, value: raw.value ?? null }
    generator._running = false
    this.phase = 'closed'
    if (this.kind === 'aclose') throw new RuntimeError('async generator ignored GeneratorExit')
    return { done: true, value: raw.value.value as T } // asend and athrow give what is emitted
  }
}

class StepIterator<T> extends AwaitIterator<T> {
  private readonly step: CoroutineBase<T>
  constructor(step: CoroutineBase<T>) {
    super()
    this.step = step
  }
  next(value: unknown): Step<T> { return this.step._resume(value) }
  throw(error: unknown): Step<T> { return this.step._raise(error) }
  close(): void { this.step.close() }
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

import type { AdvancedTo, AsyncGenerator } from './async-generator.ts'
import type { Suspension } from './awaitable.ts'
import { AwaitIterator } from './await-iterator.ts'
import { CoroutineBase } from './coroutine-base.ts'
import { Emission } from './emission.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { GeneratorExit } from './exceptions/exits.ts'
import { StopAsyncIteration, StopIteration } from './exceptions/iteration.ts'
import { active } from './runtime-state.ts'
import type { Step, Steps } from './steps.ts'
import { warnOnTheWay } from './thrown-by-hand.ts'

type StepKind = 'asend' | 'athrow' | 'aclose'

/** What `__anext__`, `asend`, `athrow` and `aclose` return. genobject.c, async_gen_asend_* and async_gen_athrow_*. */
export class AsyncGeneratorStep<Y, T extends Y | null> extends CoroutineBase<T> {
  private readonly generator: AsyncGenerator<Y>
  private readonly kind: StepKind
  private readonly first: (value: unknown) => AdvancedTo<Y>
  private phase: 'init' | 'iterating' | 'closed' = 'init'

  /** `first` begins the step, with what is sent to it. */
  constructor(generator: AsyncGenerator<Y>, kind: StepKind, first: (value: unknown) => AdvancedTo<Y>) {
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
    if (this.kind !== 'asend' && this.generator._finished) {
      this.phase = 'closed'
      return { done: true, value: null as T } // only athrow on an ended generator: CPython returns None too
    }
    // One thrown in that has suspended never ends by being sent to: async_gen_athrow_send leaves its state as it is.
    if (this.phase !== 'init') return this.settle(() => this.generator._next(value), this.kind === 'athrow' ? 'iterating' : 'closed')
    this.enter()
    if (this.kind !== 'asend') {
      if (this.generator._closed) {
        this.phase = 'closed'
        throw new StopAsyncIteration()
      }
      if (value !== null && value !== undefined) throw new RuntimeError("can't send non-None value to a just-started coroutine")
    }
    this.phase = 'iterating'
    this.generator._running = true
    return this.settle(() => this.first(value))
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

  override throw(...thrown: unknown[]): Suspension {
    this.checkOpen()
    if (this.phase === 'init') this.enter()
    if (thrown.length === 0) {
      this.phase = 'closed'
      this.generator._running = false
    }
    return super.throw(...thrown)
  }

  close(): null {
    if (this.phase === 'closed') return null
    let step: Step<T>
    try {
      step = this._raise(new GeneratorExit())
    } catch (error) {
      if (error instanceof GeneratorExit || error instanceof StopAsyncIteration) return null
      throw error
    }
    if (step.done !== true) throw new RuntimeError('coroutine ignored GeneratorExit')
    return null
  }

  [Symbol.iterator](): Steps<T> { return new GeneratorSteps(this) }
  override __await__(): AwaitIterator<T> { return new AwaitIterator(this[Symbol.iterator](), this.__typename__, this) }

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
  private settle(advance: () => AdvancedTo<Y>, end: 'iterating' | 'closed' = 'closed'): Step<T> {
    const generator = this.generator
    let advanced: AdvancedTo<Y>
    try {
      advanced = advance()
    } catch (error) {
      generator._running = false
      this.phase = end
      if (error instanceof StopAsyncIteration || error instanceof GeneratorExit) {
        generator._closed = true
        if (this.kind === 'aclose') return { done: true, value: null as T } // aclose gives nothing
      }
      // Thrown into one that has not begun it comes out as it is, and is then the end of this step.
      if (error instanceof StopIteration) return { done: true, value: error.value as T }
      throw error
    }
    if (!(advanced.value instanceof Emission)) return { done: false, value: advanced.value ?? null }
    generator._running = false
    this.phase = end
    if (this.kind === 'aclose') {
      generator._forget()
      throw new RuntimeError('async generator ignored GeneratorExit')
    }
    return { done: true, value: advanced.value.value as T } // asend and athrow give what is emitted
  }
}

/** What `yield*` drives; a GeneratorExit that passes through closes the step first, as CPython's gen_close_iter. */
class GeneratorSteps<T> implements Steps<T> {
  private readonly step: CoroutineBase<T>
  constructor(step: CoroutineBase<T>) {
    this.step = step
  }
  next(value: unknown): Step<T> { return this.step._resume(value) }
  throw(error: unknown): Step<T> {
    if (error instanceof GeneratorExit) {
      this.step.close()
      throw error
    }
    warnOnTheWay(error)
    return this.step._raise(error)
  }
  close(): unknown { return this.step.close() }
}

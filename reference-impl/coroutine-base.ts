import { AwaitIterator } from './await-iterator.ts'
import type { Awaitable, Suspension } from './awaitable.ts'
import { suspended, type Step, type Steps } from './steps.ts'
import { throwByHand } from './thrown-by-hand.ts'

/** Something that runs in steps, suspending with what it waits for: a coroutine, or a step of an async generator. */
export abstract class CoroutineBase<T> implements Awaitable<T> {
  /** Goes on with `value` up to the next suspension or the end. @internal */
  abstract _resume(value: unknown): Step<T>
  /** The same, with `error` thrown where it is suspended. @internal */
  abstract _raise(error: unknown): Step<T>
  /** Whether it will never run again. @internal */
  abstract get _ended(): boolean
  /** What to say of it if nobody ever runs it, or `null`. @internal */
  abstract _unawaited(): string | null
  /** Ends it with GeneratorExit; what it returns on that. Throws RuntimeError when it refuses to end. */
  abstract close(): unknown
  abstract [Symbol.iterator](): Steps<T>

  __await__(): AwaitIterator<T> { return new AwaitIterator(this[Symbol.iterator](), 'coroutine_wrapper', this) }

  /** Python's `send`: what it waits for next. Throws StopIteration with the returned value at the end. */
  send(value: unknown): Suspension { return suspended(this._resume(value)) }

  /** Python's `throw`: an exception, or a class of them. */
  throw(...thrown: unknown[]): Suspension { return suspended(throwByHand(thrown, error => this._raise(error))) }
}

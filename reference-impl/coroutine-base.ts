import type { AwaitIterator } from './await-iterator.ts'
import { StopIteration } from './exceptions/iteration.ts'
import type { Awaitable, Suspension } from './awaitable.ts'

/** Where a step has got to: to what it waits for, or to the end with its value. */
export type Step<T> = IteratorResult<Suspension, T>

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
  abstract [Symbol.iterator](): AwaitIterator<T>

  __await__(): AwaitIterator<T> { return this[Symbol.iterator]() }

  /** Python's `send`: what it waits for next. Throws StopIteration with the returned value at the end. */
  send(value: unknown): Suspension { return suspended(this._resume(value)) }

  /** Python's `throw`; a class of exceptions is instantiated. */
  throw(error: unknown): Suspension { return suspended(this._raise(error)) }
}

function suspended<T>(step: Step<T>): Suspension {
  if (step.done === true) throw ended(step.value)
  return step.value
}

/** The end of what is driven by hand: a StopIteration with the result, without one for None. @internal */
export function ended(result: unknown): StopIteration {
  return result === null || result === undefined ? new StopIteration() : new StopIteration(result)
}

import type { Suspension } from './awaitable.ts'
import { StopIteration } from './exceptions/iteration.ts'

/** Where a step has got to: to what it waits for, or to the end with its value. */
export type Step<T> = IteratorResult<Suspension, T>

/** What `yield*` drives while it awaits. */
export interface Steps<T> extends Iterator<Suspension, T, unknown> {
  /** On to the next suspension, with `value` where it is suspended, or to the end. */
  next(value: unknown): Step<T>
  /** The same, with `error` thrown there. */
  throw(error: unknown): Step<T>
  /** Ends what is awaited with GeneratorExit. */
  close(): unknown
}

/** What a step driven by hand waits for. Throws StopIteration with the result at the end. @internal */
export function suspended<T>(step: Step<T>): Suspension {
  if (step.done === true) throw ended(step.value)
  return step.value
}

/** The end of what is driven by hand: a StopIteration with the result, without one for None. @internal */
export function ended(result: unknown): StopIteration {
  return result === null || result === undefined ? new StopIteration() : new StopIteration(result)
}

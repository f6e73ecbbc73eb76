import { AsyncIteration } from './call-iterate.ts'
import { awaitable } from './call-await.ts'
import { enterAsync } from './call-context.ts'
import { methodOf } from './callable.ts'

/** What compiled programs need where coroutines are promises: the waiting of `call-await.ts` and its like, behind `await`. */

/** Runs steps that yield what they wait for, as an async function would. */
export async function awaiting<T>(steps: Iterator<unknown, T, unknown>): Promise<T> {
  let step = steps.next()
  while (step.done !== true) {
    let value: unknown
    try {
      value = await step.value
    } catch (error) {
      if (steps.throw === undefined) throw error
      step = steps.throw(error)
      continue
    }
    step = steps.next(value)
  }
  return step.value
}

/**
 * What JavaScript's `await` takes for Python's `await x`: promises as they are, objects with `__await__` through it.
 *
 * @throws TypeError `'int' object can't be awaited`
 */
export function promised(x: unknown): unknown {
  return methodOf(x, 'then') === undefined ? awaiting(awaitable(x)[Symbol.iterator]()) : x
}

/** An asynchronous context manager that was entered; see `AsyncGuard`. */
export interface PromisedGuard {
  readonly value: unknown
  failed(error: unknown): Promise<void>
  exit(): Promise<void>
}

/** Python's `async with manager`. */
export async function enterPromised(manager: unknown): Promise<PromisedGuard> {
  const guard = await awaiting(enterAsync(manager))
  return { value: guard.value, failed: (error) => awaiting(guard.failed(error)), exit: () => awaiting(guard.exit()) }
}

/** Python's `async for`: `for (const each = iteratePromised(xs); await each.next();) { … each.value … }`. */
export function iteratePromised(x: unknown): { readonly value: unknown, next(): Promise<boolean> } {
  const iteration = new AsyncIteration(x)
  return {
    get value() {
      return iteration.value
    },
    next: () => awaiting(iteration.next()),
  }
}

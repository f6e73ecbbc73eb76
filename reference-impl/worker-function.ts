import { TypeError } from './exceptions/errors.ts'

/** Where another thread finds a function. */
export interface WorkerFunction {
  /** The address of its module. */
  readonly module: string
  /** The name under which the module exports it. */
  readonly name: string
  /** Classes of exceptions that come back as what they are. */
  readonly raises: readonly (new (...args: never[]) => Error)[]
}

const known = new WeakMap<object, WorkerFunction>()

/**
 * Lets executors and `toThread` run `fn` in a thread of its own on the real clock; returns `fn`, which anybody may still
 * call here.
 *
 * A function cannot be sent to another thread, its address can: the worker imports `module` and calls what it exports as
 * `name` (the function's own name unless given), as `pickle` does for Python's process pools. Arguments and results are
 * copied by the structured clone algorithm; context variables stay behind. What the function throws comes back as the
 * class it had, when that is JavaScript's, asyncio's or one of `raises`, which is made anew of the exception's `args` (or
 * its message); any other class as the nearest of those above it. Throws TypeError for a function without a name.
 *
 * A module in TypeScript is read by Node, or by `tsx` where Node cannot and it is installed.
 *
 * What the module does at its top level it does in every worker: keep such functions in modules that only define.
 *
 * ```ts
 * export const digest = workerFunction(import.meta.url, function digest(path: string) { … })
 * // elsewhere
 * const text = yield* toThread(digest, 'a.txt')
 * ```
 */
export function workerFunction<F extends (...args: never[]) => unknown>(
  module: string | URL, fn: F, { name = fn.name, raises = [] }: Partial<Omit<WorkerFunction, 'module'>> = {},
): F {
  if (name === '') throw new TypeError('a worker function needs the name under which its module exports it')
  known.set(fn, { module: String(module), name, raises })
  return fn
}

/** Where another thread finds `fn`; `null` when it has not been said. */
export function asWorkerFunction(fn: object): WorkerFunction | null { return known.get(fn) ?? null }

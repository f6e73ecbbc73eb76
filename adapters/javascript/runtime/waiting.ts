import { enterAsync } from './call-context.ts'
import { invoke } from './attribute.ts'
import { methodOf } from './callable.ts'
import { camelCase } from './camel-case.ts'
import { named } from './call-signature.ts'

/** As much of a world's threads as a call needs that may block. */
export interface WaitingThreads {
  blocking(body: (...args: unknown[]) => Generator<unknown, unknown>): (...args: unknown[]) => unknown
  isBlocking(fn: unknown): boolean
  call(fn: unknown, args?: readonly unknown[], self?: unknown): Generator<unknown, unknown>
  wait(attempt: () => unknown): Generator<unknown, unknown>
}

/** What compiled programs import for calls that may block their thread. */
export function makeWaiting(threads: WaitingThreads) {
  return {
    /** A function that may block. */
    blocking: (body: (...args: unknown[]) => Generator<unknown, unknown>, qualname = body.name) => named(threads.blocking(body), qualname),
    /** `yield* waiting(f, …)`: `f(…)`. */
    waiting: (f: unknown, ...args: unknown[]) => threads.call(f, args),
    /** `yield* waitingMethod(x, 'name', …)`: `x.name(…)`. */
    waitingMethod(x: unknown, name: string, ...args: unknown[]) {
      const method = methodOf(x, camelCase(name))
      return threads.isBlocking(method) ? threads.call(method, args, x) : threads.wait(() => invoke(x, name, ...args))
    },
    /** `with manager`. */
    enterWaiting: (manager: unknown) => enterAsync({
      __aenter__: () => waiting(threads, () => invoke(manager, '__enter__')),
      __aexit__: (...args: unknown[]) => waiting(threads, () => invoke(manager, '__exit__', ...args)),
    }),
  }
}

/** The steps of a call, to be awaited. */
function waiting(threads: WaitingThreads, attempt: () => unknown): object {
  return { __await__: () => threads.wait(attempt) }
}

/** Whether this is a name that `makeWaiting` makes. */
export function isWaitingName(name: string): name is keyof ReturnType<typeof makeWaiting> {
  return name === 'blocking' || name === 'waiting' || name === 'waitingMethod' || name === 'enterWaiting'
}

import type { CoroutineStyle } from './contextmanager.ts'
import { awaitable } from '../call-await.ts'
import { awaiting } from '../promise-style.ts'
import { isCallable, methodOf, type Callable } from '../callable.ts'
import { raise } from '../raise.ts'
import { typeName } from '../type-name.ts'

/** Coroutines as generators: `asyncio.coroutine(function* …)`, `yield*` for `await`. */
export function generatorStyle(implementation: object): CoroutineStyle {
  const wrap: unknown = Reflect.get(implementation, 'coroutine')
  return {
    coroutine(body, name) {
      const made: unknown = isCallable(wrap) ? wrap(body, name) : body
      return isCallable(made) ? made : body
    },
    *wait(x) {
      const iterator = methodOf(x, '__await__')?.call(x) ?? x
      if (!isWaitable(iterator)) raise('TypeError', `'${typeName(x)}' object can't be awaited`)
      return yield* iterator
    },
  }
}

function isWaitable(x: unknown): x is Iterable<unknown, unknown> {
  return typeof x === 'object' && x !== null && Symbol.iterator in x && !Array.isArray(x)
}

/** Coroutines as promises: async functions, `await`. */
export const asyncStyle: CoroutineStyle = {
  coroutine(body): Callable {
    return (...args) => awaiting(body(...args))
  },
  *wait(x) {
    return yield* awaitable(x)
  },
}

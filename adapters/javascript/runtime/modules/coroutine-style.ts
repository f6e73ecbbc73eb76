import type { CoroutineStyle } from './contextmanager.ts'
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
    return async (...args) => {
      const steps = body(...args)
      let step = steps.next()
      while (step.done !== true) {
        let value: unknown
        try {
          value = await step.value
        } catch (error) {
          step = steps.throw(error)
          continue
        }
        step = steps.next(value)
      }
      return step.value
    }
  },
  *wait(x) {
    return yield x
  },
}

import { callValue, isClass } from './callable.ts'
import { exception } from './raise.ts'
import { isTuple } from './tuple.ts'
import { typeName } from './type-name.ts'

/** On an exception on its way to where it was thrown by hand: the arguments of that `throw`. The reference has the same. */
const asGiven = Symbol.for('asyncio-conformance.thrown-as-given')

/** What to hand on to the `throw` of what is awaited: the arguments of the `throw` by hand that an exception comes from, or the exception. */
export function thrownAsGiven(error: unknown): readonly unknown[] {
  if (typeof error !== 'object' || error === null || !(asGiven in error)) return [error]
  const onItsWay = error[asGiven]
  const thrown = typeof onItsWay === 'object' && onItsWay !== null && 'thrown' in onItsWay ? onItsWay.thrown : undefined
  return Array.isArray(thrown) ? thrown : [error]
}

/**
 * Python's `generator.throw(…)`: `deliver` with the exception that is meant.
 *
 * @throws TypeError for what cannot be thrown, which the generator does not hear of
 */
export function throwInto<T>(thrown: readonly unknown[], deliver: (error: unknown) => T): T {
  const error = exceptionMeant(thrown)
  if (Object.hasOwn(error, asGiven)) return deliver(error)
  Object.defineProperty(error, asGiven, { value: { thrown }, configurable: true })
  try {
    return deliver(error)
  } finally {
    Reflect.deleteProperty(error, asGiven)
  }
}

function exceptionMeant([type, value, traceback]: readonly unknown[]): object {
  if (type === undefined) throw exception('TypeError', 'throw expected at least 1 argument, got 0')
  if (traceback !== undefined && traceback !== null) throw exception('TypeError', 'throw() third argument must be a traceback object')
  if (type instanceof Error) {
    if (value !== undefined && value !== null) throw exception('TypeError', 'instance exception may not have a separate value')
    return type
  }
  if (!isClass(type) || !(type.prototype instanceof Error)) {
    throw exception('TypeError', `exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`)
  }
  if (value instanceof type) return value
  try {
    return Object(value === undefined || value === null ? callValue(type) : isTuple(value) ? callValue(type, ...value) : callValue(type, value))
  } catch (error) {
    return Object(error)
  }
}

import { DeprecationWarning } from './exceptions/warnings.ts'
import { TypeError } from './exceptions/errors.ts'
import { isExceptionClass } from './exceptions/is-exception-class.ts'
import { active } from './runtime-state.ts'
import { typeName } from './type-name.ts'

/** The arguments of a `throw` by hand: an exception or a class of them; until they are gone, a value and a traceback too. */
export type Thrown = readonly unknown[]

/**
 * On an exception that is on its way to where it was thrown by hand: the arguments as they were given. What is awaited
 * there and none of asyncio's has them handed on as they are: genobject.c, _gen_throw calls its `throw(typ, val, tb)`.
 * A symbol that anybody can make, because the runtime of compiled programs knows no implementation.
 */
const asGiven: unique symbol = Symbol.for('asyncio-conformance.thrown-as-given')

class OnItsWay {
  readonly thrown: Thrown
  readonly isRefused: boolean
  constructor(thrown: Thrown, isRefused: boolean) {
    this.thrown = thrown
    this.isRefused = isRefused
  }

  /** What is known of an exception that is thrown. */
  static of(error: unknown): OnItsWay | undefined {
    const found = error instanceof Error && asGiven in error ? error[asGiven] : undefined
    return found instanceof OnItsWay ? found : undefined
  }
}

/** How a refusal is worded; futures' iterators, which are not generators, have words of their own. */
interface Words {
  readonly noException: (value: unknown) => string
  readonly noTraceback: string
}

const generators: Words = {
  noException: value => `exceptions must be classes or instances deriving from BaseException, not ${typeName(value)}`,
  noTraceback: 'throw() third argument must be a traceback object',
}

const futures: Words = {
  noException: () => 'exceptions must be classes deriving BaseException or instances of such a class',
  noTraceback: 'throw() third argument must be a traceback',
}

/** `deliver` with the exception that `thrown` means; a TypeError for what cannot be thrown. CPython 3.14 genobject.c, gen_throw. */
export function throwByHand<T>(thrown: Thrown, deliver: (error: Error) => T): T {
  checkGiven(thrown)
  if (thrown.length > 1) warnOfSignature('throw')
  return deliverAsGiven(thrown, deliver)
}

/** The same for the iterator of a future, which itself says what there is to say of the signature: on the way from a coroutine, too. */
export function throwIntoFuture<T>(thrown: Thrown, deliver: (error: Error) => T): T {
  checkGiven(thrown)
  return deliverAsGiven(thrown, deliver)
}

function checkGiven(thrown: Thrown): void {
  if (thrown.length === 0) throw new TypeError('throw expected at least 1 argument, got 0')
}

/** The same without the warning. */
export function deliverAsGiven<T>(thrown: Thrown, deliver: (error: Error) => T): T {
  const why = refusal(thrown, generators)
  const error = why === null ? exceptionMeant(thrown) : new TypeError(why)
  // Also where it is thrown as it is: it may be on its way for its class already.
  const before = OnItsWay.of(error)
  Object.defineProperty(error, asGiven, { value: new OnItsWay(thrown, why !== null), configurable: true })
  try {
    return deliver(error)
  } finally {
    if (before === undefined) Reflect.deleteProperty(error, asGiven)
    else Object.defineProperty(error, asGiven, { value: before, configurable: true })
  }
}

/** Says that the signature with three arguments is deprecated. */
export function warnOfSignature(method: 'throw' | 'athrow'): void {
  active.tracker.warn(DeprecationWarning.name, `the (type, exc, tb) signature of ${method}() is deprecated, use the single-arg signature instead.`)
}

/** Whether the exception stands for what cannot be thrown: a generator that waits for nothing does not hear of it. */
export function isRefused(error: unknown): boolean {
  return OnItsWay.of(error)?.isRefused === true
}

/** A `throw` that is called on the way to where an exception is thrown by hand, with what was given, warns too. */
export function warnOnTheWay(error: unknown): void {
  const onItsWay = OnItsWay.of(error)
  if (onItsWay !== undefined && onItsWay.thrown.length > 1) warnOfSignature('throw')
}

/** What the iterator of a future raises for what is thrown into it. _asynciomodule.c, FutureIter_throw */
export function raisedByFuture(error: unknown): unknown {
  const onItsWay = OnItsWay.of(error)
  if (onItsWay === undefined) return error
  warnOnTheWay(error)
  const why = refusal(onItsWay.thrown, futures)
  return why === null ? error : new TypeError(why)
}

function refusal([type, value, traceback]: Thrown, words: Words): string | null {
  if (traceback !== undefined && traceback !== null) return words.noTraceback
  if (type instanceof Error) return value === undefined || value === null ? null : 'instance exception may not have a separate value'
  return isExceptionClass(type) ? null : words.noException(type)
}

/** The exception itself, or the one that its class makes; what the class raises instead. */
function exceptionMeant([type, value]: Thrown): Error {
  if (type instanceof Error) return type
  if (!isExceptionClass(type)) throw new Error('refused before')
  if (value instanceof Error && value instanceof type) return value
  try {
    const made: unknown = Reflect.construct(type, value === undefined || value === null ? [] : isTuple(value) ? value : [value])
    if (made instanceof Error) return made
    return new TypeError(`calling ${String(type)} should have returned an instance of BaseException, not ${typeName(made)}`)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

function isTuple(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && (Object.isFrozen(value) || typeName(value) === 'tuple')
}

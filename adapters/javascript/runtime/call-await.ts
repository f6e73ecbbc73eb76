import { currentExceptions, currentImplementation } from './exceptions.ts'
import { isCallable, methodOf } from './callable.ts'
import { isCoroutineObject, isGenerator, typeName } from './type-name.ts'
import { thrownAsGiven } from './thrown-as-given.ts'
import { raise } from './raise.ts'

type Awaited = Iterable<unknown, unknown, unknown>

function isIterable(x: object): x is Awaited {
  return Symbol.iterator in x
}

/**
 * What `yield*` takes for Python's `await x`: the implementation's awaitables as they are, objects with `__await__`
 * through it.
 *
 * @throws TypeError `'int' object can't be awaited`
 */
export function awaitable(x: unknown): Awaited {
  if (typeof x === 'object' && x !== null) {
    if (isCoroutineObject(x) && isIterable(x)) return x
    if (isFuture(x) && isIterable(x)) return x
    if (methodOf(x, '__await__') !== undefined) return fromIterator(awaitIterator(x))
    if (isGenerator(x) && generatorCoroutines.has(x)) return x
    if (methodOf(x, 'then') !== undefined) return isIterable(x) ? x : yielding(x)
  }
  return raise('TypeError', `'${typeName(x)}' object can't be awaited`)
}

/** What is waited for where coroutines are promises: `yield*` of it yields the promise. */
function* yielding(promise: object): Generator<unknown, unknown, unknown> {
  return yield promise
}

/** Generators made by a function that `types.coroutine` marked. */
export const generatorCoroutines = new WeakSet<object>()

function isFuture(x: object): boolean {
  const test: unknown = Reflect.get(currentImplementation(), 'isfuture')
  return isCallable(test) && test(x) === true
}

/** Python's `x.__await__()`. @throws TypeError when what it gives is no iterator */
export function awaitIterator(x: unknown): unknown {
  const method = methodOf(x, '__await__')
  if (method === undefined) {
    if (typeof x === 'object' && x !== null && isIterable(x) && (isCoroutineObject(x) || isFuture(x))) return x[Symbol.iterator]()
    if (x instanceof Promise) return yielding(x)
    raise('AttributeError', `'${typeName(x)}' object has no attribute '__await__'`)
  }
  return method.call(x)
}

function fromIterator(iterator: unknown): Awaited {
  if (typeof iterator === 'object' && iterator !== null) {
    if (methodOf(iterator, 'then') !== undefined && !isIterable(iterator)) return yielding(iterator)
    if (isCoroutineObject(iterator) && !('next' in iterator)) {
      if (Symbol.iterator in iterator) raise('TypeError', '__await__() returned a coroutine')
    }
    if (methodOf(iterator, '__next__') !== undefined) return pythonIterator(iterator)
    if (methodOf(iterator, 'next') !== undefined) return isIterable(iterator) && isGenerator(iterator) ? iterator : nativeIterator(iterator)
  }
  return raise('TypeError', `__await__() returned non-iterator of type '${typeName(iterator)}'`)
}

function nativeIterator(iterator: object): Awaited {
  return { [Symbol.iterator]: () => wrapped(iterator) }
}

function wrapped(iterator: object): Iterator<unknown, unknown, unknown> {
  const next = methodOf(iterator, 'next')
  if (next === undefined) throw new Error('no iterator')
  const thrown = methodOf(iterator, 'throw')
  return {
    next: (value) => step(next.call(iterator, value)),
    throw(error) {
      if (thrown === undefined) throw error
      return step(thrown.call(iterator, error))
    },
  }
}

function step(result: unknown): IteratorResult<unknown> {
  if (typeof result === 'object' && result !== null && 'value' in result) return { done: 'done' in result && result.done === true, value: result.value }
  return { done: true, value: undefined }
}

/** Drives an iterator of the program's own: `StopIteration` ends it, its value is the result. */
function* pythonIterator(iterator: object): Generator<unknown, unknown, unknown> {
  const { GeneratorExit, StopIteration } = currentExceptions()
  let act = (): unknown => methodOf(iterator, '__next__')?.call(iterator)
  for (;;) {
    let suspension: unknown
    try {
      suspension = act()
    } catch (error) {
      if (!(error instanceof StopIteration)) throw error
      const args: unknown = Reflect.get(error, 'args')
      return Array.isArray(args) ? (args[0] ?? null) : null
    }
    try {
      const sent = yield suspension
      const send = methodOf(iterator, 'send')
      act = sent === undefined || sent === null || send === undefined ? () => methodOf(iterator, '__next__')?.call(iterator) : () => send.call(iterator, sent)
    } catch (error) {
      if (error instanceof GeneratorExit) {
        // CPython's gen_close_iter: what is waited for is closed, not thrown into.
        methodOf(iterator, 'close')?.call(iterator)
        throw error
      }
      const thrown = methodOf(iterator, 'throw')
      if (thrown === undefined) throw error
      const given = thrownAsGiven(error)
      act = () => thrown.call(iterator, ...given)
    }
  }
}

/** What `yield*` takes for Python's `yield from x`. */
export function yieldFrom(x: unknown): Awaited {
  if (typeof x === 'object' && x !== null) {
    if (isGenerator(x)) return x
    if (methodOf(x, '__next__') !== undefined) return pythonIterator(x)
    const own = methodOf(x, '__iter__')
    if (own !== undefined) return yieldFrom(own.call(x))
    if (isIterable(x) && !isCoroutineObject(x)) return x
    if (methodOf(x, 'next') !== undefined) return nativeIterator(x)
  }
  if (typeof x === 'string') return [...x]
  return raise('TypeError', isCoroutine(x) ? "cannot 'yield from' a coroutine object in a non-coroutine generator" : `'${typeName(x)}' object is not iterable`)
}

function isCoroutine(x: unknown): boolean {
  return typeof x === 'object' && x !== null && isCoroutineObject(x)
}

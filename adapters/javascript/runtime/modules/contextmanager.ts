import { currentExceptions } from '../exceptions.ts'
import { exception, raise } from '../raise.ts'
import { isClass, methodOf, type Callable } from '../callable.ts'

/** A `@contextmanager` in use. CPython 3.14 contextlib.py, _GeneratorContextManager */
class GeneratorContextManager {
  readonly #generator: Generator

  constructor(generator: Generator) {
    this.#generator = generator
  }

  __enter__(): unknown {
    const { done, value } = this.#generator.next()
    return done === true ? raise('RuntimeError', "generator didn't yield") : value
  }

  __exit__(type: unknown, error: unknown): boolean {
    if (type === null || type === undefined) {
      if (this.#generator.next(null).done !== true) raise('RuntimeError', "generator didn't stop")
      return false
    }
    try {
      if (this.#generator.throw(error).done === true) return true
    } catch (raised) {
      if (raised === error) return false
      throw raised
    }
    return raise('RuntimeError', "generator didn't stop after throw()")
  }
}

/** Python's `contextlib.contextmanager`. */
export function contextmanager(generate: (...args: unknown[]) => Generator) {
  return (...args: unknown[]): GeneratorContextManager => new GeneratorContextManager(generate(...args))
}

/** Writes a coroutine of an implementation once for both styles: in the body, `yield* wait(x)` is Python's `await x`. */
export interface CoroutineStyle {
  coroutine(body: (...args: unknown[]) => Generator<unknown, unknown>, name: string): Callable
  wait(x: unknown): Generator<unknown, unknown>
}

/** The methods of an async generator, whichever protocol it has. */
function method(generator: object, python: string, native: string): Callable {
  const found = methodOf(generator, python) ?? methodOf(generator, native)
  return found === undefined ? raise('TypeError', `an async generator was expected, it has no ${python}`) : found.bind(generator)
}

/** Python's `contextlib.asynccontextmanager`. CPython 3.14 contextlib.py, _AsyncGeneratorContextManager */
export function makeAsynccontextmanager({ coroutine, wait }: CoroutineStyle): (generate: Callable) => Callable {
  /** Runs one step; `null` when the generator came to its end. */
  function* step(awaitable: unknown): Generator<unknown, { readonly value: unknown } | null> {
    try {
      const value = yield* wait(awaitable)
      if (typeof value === 'object' && value !== null && 'done' in value && 'value' in value) return value.done === true ? null : { value: value.value }
      return { value }
    } catch (error) {
      if (error instanceof currentExceptions().StopAsyncIteration) return null
      throw error
    }
  }

  const enter = coroutine(function* enter(generator) {
    const first = yield* step(method(Object(generator), '__anext__', 'next')())
    return first === null ? raise('RuntimeError', "generator didn't yield") : first.value
  }, '_AsyncGeneratorContextManager.__aenter__')

  const exit = coroutine(function* exit(generator, type, given) {
    const failed = type !== null && type !== undefined
    const error = failed && (given === null || given === undefined) && isClass(type) ? new type() : given
    let last: { readonly value: unknown } | null
    try {
      last = yield* step(failed ? method(Object(generator), 'athrow', 'throw')(error) : method(Object(generator), '__anext__', 'next')())
    } catch (raised) {
      if (failed && raised === error) return false
      throw raised
    }
    if (last === null) return failed
    try {
      throw exception('RuntimeError', failed ? "generator didn't stop after athrow()" : "generator didn't stop")
    } finally {
      yield* wait(method(Object(generator), 'aclose', 'return')())
    }
  }, '_AsyncGeneratorContextManager.__aexit__')

  class AsyncGeneratorContextManager {
    readonly #generator: unknown

    constructor(generator: unknown) {
      this.#generator = generator
    }

    __aenter__(): unknown {
      return enter(this.#generator)
    }

    __aexit__(type: unknown, error: unknown): unknown {
      return exit(this.#generator, type, error)
    }
  }

  return (generate: Callable) =>
    (...args: unknown[]) => new AsyncGeneratorContextManager(generate(...args))
}

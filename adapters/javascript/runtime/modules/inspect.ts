import { isBound } from '../callable-repr.ts'
import { isClassLike } from '../class-name.ts'
import { isGenerator, isNativeCoroutine, typeName } from '../type-name.ts'
import { makeModule } from '../module.ts'

/** Asks the implementation, by the first of the names that it exports. */
function asks(implementation: object, names: readonly string[], x: unknown): boolean {
  for (const name of names) {
    const test: unknown = Reflect.get(implementation, name)
    if (typeof test === 'function') return Boolean(test(x))
  }
  return false
}

function isFunction(x: unknown): x is object {
  return typeof x === 'function' && !isClassLike(x)
}

function named(x: unknown, name: string): boolean {
  return typeof x === 'function' && x.constructor.name === name
}

function iscoroutine(x: unknown): boolean {
  return typeof x === 'object' && x !== null && isNativeCoroutine(x)
}

/** Python's `inspect`, as far as it speaks of coroutines and kinds of functions. */
export function makeInspect(implementation: object) {
  return makeModule('inspect', {
    iscoroutine,
    iscoroutinefunction: (x: unknown) => named(x, 'AsyncFunction') || asks(implementation, ['isCoroutineFunction', 'iscoroutinefunction'], x),
    isawaitable: (x: unknown) => iscoroutine(x) || (typeof x === 'object' && x !== null && ('__await__' in x || 'then' in x || 'addDoneCallback' in x)),
    isasyncgen: (x: unknown) => typeName(x) === 'async_generator',
    isasyncgenfunction: (x: unknown) => named(x, 'AsyncGeneratorFunction') || asks(implementation, ['isAsyncGeneratorFunction'], x),
    isgenerator: (x: unknown) => typeof x === 'object' && x !== null && isGenerator(x),
    isgeneratorfunction: (x: unknown) => named(x, 'GeneratorFunction'),
    isfunction: (x: unknown) => isFunction(x) && !isBound(x),
    ismethod: (x: unknown) => isFunction(x) && isBound(x),
    isclass: isClassLike,
    CORO_CREATED: 'CORO_CREATED', CORO_RUNNING: 'CORO_RUNNING', CORO_SUSPENDED: 'CORO_SUSPENDED', CORO_CLOSED: 'CORO_CLOSED',
    getcoroutinestate: (x: { readonly state?: unknown }) => x.state ?? 'CORO_CREATED',
  })
}

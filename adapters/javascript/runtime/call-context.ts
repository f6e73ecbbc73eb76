import { awaitable } from './call-await.ts'
import { chained } from './call-raise.ts'
import { caught, isUncatchable } from './matches.ts'
import { methodOf, type Callable } from './callable.ts'
import { raise } from './raise.ts'
import { truthy } from './truth.ts'
import { type_ } from './types.ts'
import { typeName } from './type-name.ts'

/** A context manager that was entered: what `__enter__` gave, and how to leave it. */
export interface Guard {
  readonly value: unknown
  /** The body raised `error`: raises it again unless the manager takes it. */
  failed(error: unknown): void
  /** The body came to its end. Nothing after `failed`. */
  exit(): void
}

/** An asynchronous context manager that was entered. */
export interface AsyncGuard {
  readonly value: unknown
  failed(error: unknown): Generator<unknown, void, unknown>
  exit(): Generator<unknown, void, unknown>
}

/** Python's `with manager`. CPython 3.14 Python/bytecodes.c, LOAD_SPECIAL */
export function enter(manager: unknown): Guard {
  const exit = method(manager, '__exit__', '__aexit__')
  return new Entered(manager, exit, method(manager, '__enter__', '__aenter__').call(manager))
}

/** Python's `async with manager`. */
export function* enterAsync(manager: unknown): Generator<unknown, AsyncGuard, unknown> {
  const exit = method(manager, '__aexit__', '__exit__')
  return new AsyncEntered(manager, exit, yield* received(method(manager, '__aenter__', '__enter__').call(manager), '__aenter__'))
}

abstract class Managed {
  readonly value: unknown
  /** Whether the manager has been told how the body ended. */
  protected left = false
  readonly #manager: unknown
  readonly #exit: Callable

  constructor(manager: unknown, exit: Callable, value: unknown) {
    this.#manager = manager
    this.#exit = exit
    this.value = value
  }

  protected leave(...how: readonly unknown[]): unknown {
    return this.#exit.call(this.#manager, ...how)
  }
}

class Entered extends Managed implements Guard {
  failed(error: unknown): void {
    this.left = true
    if (isUncatchable(error)) throw error
    const raised = caught(error)
    let taken: unknown
    try {
      taken = this.leave(type_(raised), raised, null)
    } catch (later) {
      throw chained(later, raised)
    }
    if (!truthy(taken)) throw raised
  }

  exit(): void {
    if (this.left) return
    this.left = true
    this.leave(null, null, null)
  }
}

// A class: V8 gives each generator function that runs a map of its own, which keeps all it sees until the next full collection.
class AsyncEntered extends Managed implements AsyncGuard {
  *failed(error: unknown): Generator<unknown, void, unknown> {
    this.left = true
    if (isUncatchable(error)) throw error
    const raised = caught(error)
    let taken: unknown
    try {
      taken = yield* received(this.leave(type_(raised), raised, null), '__aexit__')
    } catch (later) {
      throw chained(later, raised)
    }
    if (!truthy(taken)) throw raised
  }

  *exit(): Generator<unknown, void, unknown> {
    if (this.left) return
    this.left = true
    yield* received(this.leave(null, null, null), '__aexit__')
  }
}

function received(x: unknown, from: string): Iterable<unknown, unknown, unknown> {
  if ((typeof x !== 'object' && typeof x !== 'function') || x === null) raise('TypeError', `'async with' received an object from ${from} that does not implement __await__: ${typeName(x)}`)
  return awaitable(x)
}

function method(manager: unknown, name: '__enter__' | '__exit__' | '__aenter__' | '__aexit__', other: string): Callable {
  const found = methodOf(manager, name)
  if (found !== undefined) return found
  const isAsync = name.startsWith('__a')
  const supports = methodOf(manager, other) === undefined ? '' : ` but it supports the ${isAsync ? '' : 'asynchronous '}context manager protocol. Did you mean to use '${isAsync ? '' : 'async '}with'?`
  return raise('TypeError', `'${typeName(manager)}' object does not support the ${isAsync ? 'asynchronous ' : ''}context manager protocol (missed ${name} method)${supports}`)
}

import { awaiting } from './awaiting.ts'
import type { CoroutineBody } from './coroutine.ts'
import type { FutureLike } from './ensure-future.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { StopAsyncIteration } from './exceptions/iteration.ts'

/** What `async for` goes over: an async generator, a `StreamReader`, `asCompleted`. */
export interface AsyncSource<T> {
  __aiter__(): { __anext__(): FutureLike<T> }
}

/** An `async for` that is under way; made by `asyncIterate`. */
export class AsyncIteration<T> {
  private readonly iterator: { __anext__(): FutureLike<T> }
  private last: { readonly value: T } | null = null

  constructor(source: AsyncSource<T>) { this.iterator = source.__aiter__() }

  /** Waits for the next value; `false` at the end. For use with `yield*`. */
  *next(): CoroutineBody<boolean> {
    try {
      this.last = { value: yield* awaiting(this.iterator.__anext__()) }
      return true
    } catch (error) {
      if (error instanceof StopAsyncIteration) return false
      throw error
    }
  }

  /** What `next` waited for last. Throws RuntimeError before the first. */
  get value(): T {
    if (this.last === null) throw new RuntimeError('no value yet: yield* next() comes first')
    return this.last.value
  }
}

/**
 * Python's `async for line in reader`:
 *
 *     for (const each = asyncIterate(reader); yield* each.next();) console.log(each.value)
 */
export function asyncIterate<T>(source: AsyncSource<T>): AsyncIteration<T> { return new AsyncIteration(source) }

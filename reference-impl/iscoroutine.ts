import type { Suspension } from './awaitable.ts'
import { CoroutineBase } from './coroutine-base.ts'

/** An object of the program's own with a coroutine's methods, as `collections.abc.Coroutine` sees it. */
export interface ForeignCoroutine<T> {
  send(value: unknown): unknown
  throw(error: unknown): unknown
  close(): void
  __await__(): Iterator<Suspension, T, unknown>
}

/** Whether it is a coroutine object. */
export function iscoroutine<T>(value: unknown): value is CoroutineBase<T> | ForeignCoroutine<T> {
  if (value instanceof CoroutineBase) return true
  return typeof value === 'object' && value !== null
    && 'send' in value && typeof value.send === 'function' && 'throw' in value && typeof value.throw === 'function'
    && 'close' in value && typeof value.close === 'function' && '__await__' in value && typeof value.__await__ === 'function'
}

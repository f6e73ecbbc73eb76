import { coroutine, type Coroutine } from './coroutine.ts'
import { LoopBound } from './loop-bound.ts'

/**
 * `async with` over `acquire()` and `release()`; the value of the block is `None`.
 * CPython 3.14 `locks.py`, `_ContextManagerMixin`.
 */
export abstract class LockContext extends LoopBound {
  /** Takes it, waiting for it. */
  abstract acquire(): Coroutine<true>
  /** Gives it back. */
  abstract release(): void

  __aenter__(): Coroutine<null> {
    return enter(this)
  }

  __aexit__(_type?: unknown, _error?: unknown, _traceback?: unknown): Coroutine<null> {
    return exit(this)
  }
}

const enter = coroutine(function* __aenter__(lock: LockContext) {
  yield* lock.acquire()
  return null
}, '_ContextManagerMixin.__aenter__')

const exit = coroutine(function* __aexit__(lock: LockContext) {
  lock.release()
  return null
}, '_ContextManagerMixin.__aexit__')

import { isCoroutineFunction } from './coroutine.ts'
import { active } from './runtime-state.ts'

/** Whether `coroutine` made the function; deprecated in 3.14. */
export function iscoroutinefunction(value: unknown): boolean {
  active.tracker.warn('DeprecationWarning', "'asyncio.iscoroutinefunction' is deprecated and slated for removal in "
    + 'Python 3.16; use inspect.iscoroutinefunction() instead')
  return isCoroutineFunction(value)
}

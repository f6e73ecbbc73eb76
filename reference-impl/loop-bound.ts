import type { EventLoop } from './event-loop.ts'
import { AttributeError, RuntimeError } from './exceptions/errors.ts'
import { objectRepr } from './object-repr.ts'
import { active } from './runtime-state.ts'

/**
 * What belongs to the event loop in which it first had to wait, and to no other.
 * CPython 3.14 `mixins.py`, `_LoopBoundMixin`.
 */
export abstract class LoopBound {
  protected _loop: EventLoop | null = null

  /** The running loop, to which this object is bound from now on; throws `RuntimeError` when it was bound to another. */
  protected _getLoop(): EventLoop {
    const loop = active.runningLoop
    this._loop ??= loop
    if (loop !== this._loop) throw new RuntimeError(`${this.toString()} is bound to a different event loop`)
    if (loop === null) throw new AttributeError("'NoneType' object has no attribute 'create_future'")
    return loop
  }

  /** CPython's `repr`: `<asyncio.locks.Lock object at 0x…>`, with what a subclass adds in brackets. */
  toString(): string {
    const detail = this._detail()
    return detail === null ? objectRepr(this) : `${objectRepr(this).slice(0, -1)} [${detail}]>`
  }

  /** What stands in the brackets of the `repr`. */
  protected _detail(): string | null {
    return null
  }
}

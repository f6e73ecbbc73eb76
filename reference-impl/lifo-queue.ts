import { Queue } from './queue.ts'

/**
 * A queue that gives the newest item first.
 * CPython 3.14 `queues.py`, `LifoQueue`.
 */
export class LifoQueue<T = unknown> extends Queue<T> {
  protected override _get(): T {
    // Called only while there are items; `T` itself may include undefined.
    return this._queue.pop() as T
  }
}

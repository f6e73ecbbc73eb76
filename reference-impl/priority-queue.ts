import { heapPop, heapPush } from './heap.ts'
import { lessThan } from './less-than.ts'
import { Queue } from './queue.ts'

/**
 * A queue that gives the smallest item first, by Python's `<`: numbers, strings, arrays (as tuples) or objects
 * with `__lt__`. Items that are equal come in the order of CPython's `heapq`.
 * CPython 3.14 `queues.py`, `PriorityQueue`.
 */
export class PriorityQueue<T = unknown> extends Queue<T> {
  /** Throws `TypeError` when the item cannot be compared with one already there. */
  protected override _put(item: T): void {
    heapPush(this._queue, item, lessThan)
  }

  protected override _get(): T {
    return heapPop(this._queue, lessThan)
  }
}

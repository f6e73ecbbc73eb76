import type { TimerHandle } from './timer-handle.ts'

/** CPython's `heapq` on timers, sift for sift: equal times come out in the order it brings them out. */
export class TimerHeap {
  private items: TimerHandle[] = []

  /** How many timers are in it, cancelled ones included. */
  get size(): number { return this.items.length }
  /** The one that is due first. */
  get first(): TimerHandle | undefined { return this.items[0] }
  /** Drops all. */
  clear(): void { this.items = [] }

  /** Puts a timer in. */
  push(timer: TimerHandle): void {
    this.items.push(timer)
    this.siftDown(0, this.items.length - 1, timer)
  }

  /** Takes out the one that is due first. */
  pop(): TimerHandle | undefined {
    const last = this.items.pop()
    const first = this.items[0]
    if (last === undefined || first === undefined) return last
    this.items[0] = last
    this.siftUp(0, last)
    return first
  }

  /** Drops cancelled timers everywhere and builds the heap anew. */
  purge(): void {
    const kept: TimerHandle[] = []
    for (const timer of this.items) {
      if (timer._cancelled) timer._scheduled = false
      else kept.push(timer)
    }
    this.items = kept
    for (let i = (kept.length >> 1) - 1; i >= 0; i--) {
      const timer = kept[i]
      if (timer !== undefined) this.siftUp(i, timer)
    }
  }

  /** heapq._siftdown: towards the root. */
  private siftDown(start: number, from: number, timer: TimerHandle): void {
    const items = this.items
    let position = from
    while (position > start) {
      const above = (position - 1) >> 1
      const parent = items[above]
      if (parent === undefined || !(timer._when < parent._when)) break
      items[position] = parent
      position = above
    }
    items[position] = timer
  }

  /** heapq._siftup: the smaller child moves up until a leaf is reached, then back towards the root. */
  private siftUp(start: number, timer: TimerHandle): void {
    const items = this.items
    let position = start
    for (;;) {
      let child = 2 * position + 1
      let smaller = items[child]
      if (smaller === undefined) break
      const right = items[child + 1]
      if (right !== undefined && !(smaller._when < right._when)) {
        child++
        smaller = right
      }
      items[position] = smaller
      position = child
    }
    this.siftDown(start, position, timer)
  }
}

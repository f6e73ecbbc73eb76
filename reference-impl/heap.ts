/** Whether `a` belongs before `b`. */
export type LessThan = (a: unknown, b: unknown) => boolean

/** CPython's `heapq.heappush`, sift for sift: items that are equal come out in the order in which it brings them out. */
export function heapPush<T>(heap: T[], item: T, lessThan: LessThan): void {
  heap.push(item)
  siftDown(heap, 0, heap.length - 1, lessThan)
}

/** CPython's `heapq.heappop`: takes the smallest item out of a heap that is not empty. */
export function heapPop<T>(heap: T[], lessThan: LessThan): T {
  const last = heap.length - 1
  // No index is outside: the caller looked whether there is an item. (Likewise below.)
  const smallest = heap[0] as T
  heap[0] = heap[last] as T
  heap.length = last
  if (last > 0) siftUp(heap, lessThan)
  return smallest
}

/** `heapq._siftdown`: towards the root, step by step, so that all items are still there when a comparison fails. */
function siftDown<T>(heap: T[], start: number, from: number, lessThan: LessThan): void {
  const item = heap[from] as T
  let position = from
  while (position > start) {
    const above = (position - 1) >> 1
    const parent = heap[above] as T
    if (!lessThan(item, parent)) return
    heap[above] = item
    heap[position] = parent
    position = above
  }
}

/** `heapq._siftup` from the root: the smaller child moves up until a leaf is reached, then back towards the root. */
function siftUp<T>(heap: T[], lessThan: LessThan): void {
  const item = heap[0] as T
  let position = 0
  for (let child = 1; child < heap.length; child = 2 * position + 1) {
    if (child + 1 < heap.length && !lessThan(heap[child], heap[child + 1])) child += 1
    heap[position] = heap[child] as T
    heap[child] = item
    position = child
  }
  siftDown(heap, 0, position, lessThan)
}

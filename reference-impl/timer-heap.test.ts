import { expect, test } from 'vitest'
import { TimerHandle } from './timer-handle.ts'
import { TimerHeap } from './timer-heap.ts'
import { VirtualWorld } from './virtual-world.ts'
import { VirtualEventLoop } from './virtual-event-loop.ts'

test('equal times come out in the order of CPython\'s heapq', () => {
  // heapq on [(2,a) (1,b) (1,c) (1,d) (2,e) (1,f) (1,g)] compared by time only, run on CPython 3.11
  const order = new VirtualWorld().enter(() => {
    const loop = new VirtualEventLoop()
    const heap = new TimerHeap()
    const names = new Map<TimerHandle, string>()
    for (const [when, name] of [[2, 'a'], [1, 'b'], [1, 'c'], [1, 'd'], [2, 'e'], [1, 'f'], [1, 'g']] as const) {
      const timer = new TimerHandle(when, () => {}, [], loop, null)
      names.set(timer, name)
      heap.push(timer)
    }
    const out: (string | undefined)[] = []
    for (let timer = heap.pop(); timer !== undefined; timer = heap.pop()) out.push(names.get(timer))
    return out.join('')
  })
  expect(order).toBe('bcfgdae')
})

import type { WrongImplementation } from './wrong-implementation.ts'

export const wrongSynchronisation: readonly WrongImplementation[] = [
  {
    name: 'lock-that-locks-nothing',
    mistake: 'a lock lets everybody in',
    patch: `
async def acquire(lock):
    lock._locked = True
    return True
def release(lock):
    lock._locked = False
asyncio.Lock.acquire, asyncio.Lock.release = acquire, release
`,
    breaks: ['lock.exclusive', 'lock.fifo', 'hazard.lost-update.lock'],
    breaksProperties: ['lock.exclusive'],
  },
  {
    name: 'event-wakes-one',
    mistake: 'setting an event wakes the first who waits for it only',
    patch: `
def set_event(event):
    event._value = True
    for future in list(event._waiters)[:1]:
        if not future.done():
            future.set_result(True)
asyncio.Event.set = set_event
`,
    breaks: ['event.wakes-all'],
  },
  {
    name: 'condition-wakes-all',
    mistake: 'notify wakes all who wait for the condition',
    patch: `
right = asyncio.Condition.notify
asyncio.Condition.notify = lambda condition, n=1: right(condition, len(condition._waiters))
`,
    breaks: ['condition.notify', 'condition.notify-n'],
  },
  {
    name: 'barrier-waits-for-one-more',
    mistake: 'a barrier waits for one party more than it was made for',
    patch: `
right = asyncio.Barrier.__init__
asyncio.Barrier.__init__ = lambda barrier, parties: right(barrier, parties + 1)
`,
    breaks: ['barrier.releases-all', 'barrier.one-party'],
  },
  {
    name: 'queue-gives-the-newest',
    mistake: 'what went into a queue last comes out first',
    patch: `
asyncio.Queue._get = lambda queue: queue._queue.pop()
`,
    breaks: ['queue.fifo'],
    breaksProperties: ['queue.fifo'],
  },
  {
    name: 'queue-gives-twice',
    mistake: 'the first item of a queue comes out twice',
    patch: `
def get(queue):
    item = queue._queue.popleft()
    if not hasattr(queue, 'again'):
        queue.again = True
        queue._queue.appendleft(item)
    return item
asyncio.Queue._get = get
`,
    breaks: ['queue.fifo', 'queue.every-item-once'],
    breaksProperties: ['queue.fifo', 'queue.every-item-once'],
  },
]

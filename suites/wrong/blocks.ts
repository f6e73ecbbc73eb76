import type { WrongImplementation } from './wrong-implementation.ts'

export const wrongBlocks: readonly WrongImplementation[] = [
  {
    name: 'task-group-goes-on',
    mistake: 'a failing child does not cancel the others of its task group',
    patch: `
asyncio.TaskGroup._abort = lambda group: None
`,
    breaks: ['task-group.child-fails'],
    breaksProperties: ['task-group.child-fails'],
  },
  {
    name: 'timeout-stays-cancelled',
    mistake: 'a timeout block lets out the CancelledError of its own expiry',
    patch: `
right = asyncio.Timeout.__aexit__
async def leave(block, kind, error, traceback):
    await right(block, None, None, None)
    block._task.uncancel()
asyncio.Timeout.__aexit__ = leave
`,
    breaks: ['timeout.expires'],
    breaksProperties: ['timeout.expires'],
  },
  {
    name: 'semaphore-admits-one-more',
    mistake: 'a semaphore admits one more than its value',
    patch: `
right = asyncio.Semaphore.__init__
def initialise(semaphore, value=1):
    right(semaphore, value + 1)
asyncio.Semaphore.__init__ = initialise
`,
    breaks: ['semaphore.limit', 'semaphore.zero'],
    breaksProperties: ['semaphore.limit'],
  },
  {
    name: 'semaphore-wakes-the-newest',
    mistake: 'who waits for a semaphore last enters first',
    patch: `
right = asyncio.Semaphore._wake_up_next
def wake_up_next(semaphore):
    if not semaphore._waiters:
        return False
    semaphore._waiters.reverse()
    try:
        return right(semaphore)
    finally:
        semaphore._waiters.reverse()
asyncio.Semaphore._wake_up_next = wake_up_next
`,
    breaks: ['semaphore.fifo'],
    breaksProperties: ['semaphore.limit'],
  },
]

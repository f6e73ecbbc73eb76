import type { WrongImplementation } from './wrong-implementation.ts'

export const wrongWaiting: readonly WrongImplementation[] = [
  {
    name: 'wait-for-all-of-them',
    mistake: 'wait takes FIRST_COMPLETED for ALL_COMPLETED',
    patch: `
right = asyncio.wait
async def wait(fs, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    if return_when == asyncio.FIRST_COMPLETED:
        return_when = asyncio.ALL_COMPLETED
    return await right(fs, timeout=timeout, return_when=return_when)
asyncio.wait = wait
`,
    breaks: ['wait.first-completed'],
    breaksProperties: ['wait.partition'],
  },
  {
    name: 'wait-cancels-at-timeout',
    mistake: 'wait cancels what is pending when its timeout is over',
    patch: `
right = asyncio.wait
async def wait(fs, *, timeout=None, return_when=asyncio.ALL_COMPLETED):
    done, pending = await right(fs, timeout=timeout, return_when=return_when)
    for future in pending if timeout is not None else ():
        future.cancel()
    return done, pending
asyncio.wait = wait
`,
    breaks: ['wait.timeout'],
  },
  {
    name: 'wait-for-cancels-nothing',
    mistake: 'wait_for raises at its deadline and lets the task run on',
    patch: `
async def wait_for(aw, timeout):
    task = asyncio.ensure_future(aw)
    done, _ = await asyncio.wait([task], timeout=timeout)
    if not done:
        raise TimeoutError
    return task.result()
asyncio.wait_for = wait_for
`,
    breaks: ['wait-for.timeout.cancels-task', 'wait-for.timeout.waits-for-the-end'],
  },
  {
    name: 'wait-for-a-second-longer',
    mistake: 'wait_for counts its deadline from a second later',
    patch: `
right = asyncio.wait_for
async def wait_for(fut, timeout):
    return await right(fut, None if timeout is None else timeout + 1)
asyncio.wait_for = wait_for
`,
    breaks: ['wait-for.timeout'],
    breaksProperties: ['wait-for.timeout'],
  },
  {
    name: 'as-completed-in-argument-order',
    mistake: 'as_completed gives its items in the order of the arguments',
    patch: `
def as_completed(fs, *, timeout=None):
    return [asyncio.ensure_future(future) for future in fs]
asyncio.as_completed = as_completed
`,
    breaks: ['as-completed.completion-order'],
    breaksProperties: ['as-completed.completion-order'],
  },
  {
    name: 'shield-that-shields-nothing',
    mistake: 'shield gives back the task itself',
    patch: `
asyncio.shield = asyncio.ensure_future
`,
    breaks: ['shield.waiter-cancelled', 'shield.outer-cancelled'],
  },
]

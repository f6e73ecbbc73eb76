import type { WrongImplementation } from './wrong-implementation.ts'

export const wrongGathers: readonly WrongImplementation[] = [
  {
    name: 'gather-in-order-of-finishing',
    mistake: 'the results of gather come in the order in which the children ended',
    patch: `
right = asyncio.gather
def gather(*aws, return_exceptions=False):
    children, ended = [asyncio.ensure_future(aw) for aw in aws], []
    for child in children:
        child.add_done_callback(ended.append)
    async def collect():
        results = dict(zip(children, await right(*children, return_exceptions=return_exceptions)))
        return [results[child] for child in ended]
    return asyncio.ensure_future(collect())
asyncio.gather = gather
`,
    breaks: ['gather.results-in-argument-order'],
    breaksProperties: ['gather.results-in-argument-order'],
  },
  {
    name: 'gather-cancels-siblings',
    mistake: 'the first failure cancels the other children, as a task group would',
    patch: `
right = asyncio.gather
def gather(*aws, return_exceptions=False):
    children = [asyncio.ensure_future(aw) for aw in aws]
    def cancel_others(child):
        if not return_exceptions and not child.cancelled() and child.exception():
            for other in children:
                other.cancel()
    for child in children:
        child.add_done_callback(cancel_others)
    return right(*children, return_exceptions=return_exceptions)
asyncio.gather = gather
`,
    breaks: ['gather.fail-fast', 'gather.siblings-can-be-awaited'],
    breaksProperties: ['gather.fail-fast'],
  },
  {
    name: 'gather-one-after-the-other',
    mistake: 'gather awaits one coroutine after the other',
    patch: `
async def gather(*aws, return_exceptions=False):
    return [await aw for aw in aws]
asyncio.gather = gather
`,
    breaks: ['gather.concurrent', 'gather.schedules-at-the-call', 'order.concurrent-maximum'],
    breaksProperties: ['gather.concurrent'],
  },
]

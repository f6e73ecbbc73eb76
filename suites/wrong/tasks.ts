import type { WrongImplementation } from './wrong-implementation.ts'

export const wrongTasks: readonly WrongImplementation[] = [
  {
    name: 'tasks-start-at-once',
    mistake: 'create_task runs the coroutine up to its first suspension',
    patch: `
right = asyncio.create_task
def create_task(coro, **options):
    return right(coro, **{'eager_start': True, **options})
asyncio.create_task = create_task
`,
    breaks: ['task.create.runs-nothing', 'task.create.starts-when-creator-suspends'],
    breaksProperties: ['task.create.start-order'],
  },
  {
    name: 'last-come-first-served',
    mistake: 'of what is ready the newest runs first',
    patch: `
def call_soon(loop, callback, args, context):
    handle = asyncio.Handle(callback, args, loop, context)
    loop._ready.appendleft(handle)
    return handle
asyncio.BaseEventLoop._call_soon = call_soon
`,
    breaks: ['task.create.start-order', 'order.turns'],
    breaksProperties: ['task.create.start-order', 'order.turns'],
  },
  {
    name: 'cancellation-delivered-each-time',
    mistake: 'two requests to cancel are two CancelledErrors',
    patch: `
class Task(asyncio.Task):
    def cancel(self, msg=None):
        if self.cancelling():
            self.get_loop().call_soon(asyncio.Task.cancel, self)
        return super().cancel(msg)
def create_task(loop, coro, *, name=None, **options):
    return Task(coro, loop=loop, name=name, **options)
asyncio.BaseEventLoop.create_task = create_task
`,
    breaks: ['task.cancel.delivered-once'],
    breaksProperties: ['task.cancel.delivered-once'],
  },
  {
    name: 'timers-in-order-of-setting',
    mistake: 'no timer fires before one that was set earlier',
    patch: `
right = asyncio.BaseEventLoop.call_at
latest = [0]
def call_at(loop, when, callback, *args, context=None):
    latest[0] = max(latest[0], when)
    return right(loop, latest[0], callback, *args, context=context)
asyncio.BaseEventLoop.call_at = call_at
`,
    breaks: ['order.deadlines', 'loop.call-later.deadline-order'],
    breaksProperties: ['order.deadlines', 'loop.call-later.deadline-order'],
  },
  {
    name: 'sleep-zero-goes-on',
    mistake: 'sleep(0) does not give way',
    patch: `
right = asyncio.sleep
async def sleep(delay, result=None):
    return result if delay <= 0 else await right(delay, result)
asyncio.sleep = sleep
`,
    breaks: ['order.sleep-zero', 'order.turns'],
    breaksProperties: ['order.turns'],
  },
]

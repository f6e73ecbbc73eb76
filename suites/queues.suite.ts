import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'
import { traceEvents } from './trace-events.ts'

const pauses = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 })

export const queues = suite('queues',
  property({
    rule: 'queue.fifo',
    says: 'items come out in the order in which they went in, and no more are inside than the queue holds',
    cases: fc.record({ size: fc.integer({ min: 1, max: 4 }), putting: pauses, getting: fc.integer({ min: 0, max: 3 }) }),
    program: ({ size, putting, getting }) => `
async def producer(queue):
    for item, pause in enumerate([${putting.join(', ')}]):
        await asyncio.sleep(pause)
        await queue.put(item)
        log('in', item, queue.qsize())

async def main():
    queue = asyncio.Queue(${size})
    task = asyncio.create_task(producer(queue))
    for _ in range(${putting.length}):
        await asyncio.sleep(${getting})
        log('out', await queue.get())
    await task
`,
    check(trace, { size, putting }) {
      const events = traceEvents(trace).map(({ text }) => text.split(' '))
      const out = events.filter(([way]) => way === 'out').map(([, item]) => Number(item))
      const inOrder = putting.map((_, item) => item)
      if (out.join() !== inOrder.join()) return `The items should come out as ${inOrder.join(', ')}.`
      const full = events.find(([way, , inside]) => way === 'in' && Number(inside) > size)
      return full && `There were ${full[2]} items in a queue of ${size}.`
    },
  }),
  property({
    rule: 'queue.every-item-once',
    says: 'however many consumers there are and however long each item takes, each item goes to exactly one of them',
    cases: fc.record({ consumers: fc.integer({ min: 1, max: 4 }), work: pauses }),
    program: ({ consumers, work }) => `
async def consumer(queue):
    while True:
        item, work = await queue.get()
        log(item)
        await asyncio.sleep(work)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    consumers = [asyncio.create_task(consumer(queue)) for _ in range(${consumers})]
    for item in enumerate([${work.join(', ')}]):
        await queue.put(item)
    await queue.join()
    log('joined')
    for task in consumers:
        task.cancel()
`,
    check(trace, { work }) {
      const texts = traceEvents(trace).map(({ text }) => text)
      const expected = [...work.map((_, item) => `${item}`), 'joined']
      return texts.toSorted().join() === expected.toSorted().join() && texts.at(-1) === 'joined' ? undefined : `There should be one line for each of ${expected.join(', ')}.`
    },
  }),
)
